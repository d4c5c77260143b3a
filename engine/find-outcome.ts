import { deliver, type ActOutcome, type GatewayWorld, type KeptRequest } from './perform-act';

/** How long one question for an outcome waits, in milliseconds; whoever asks will ask again. */
const patienceMs = 2000;

/** What became of an act that was taken but not answered in time. One that got lost on the way is brought to its case again. */
export async function findOutcome(world: GatewayWorld, kept: KeptRequest): Promise<ActOutcome> {
  const outcome = await deliver(world, kept, Date.now() + patienceMs);
  return outcome.kind === 'unreachable' ? { kind: 'pending', key: kept.key } : outcome;
}
