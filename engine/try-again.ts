import { stepKindOf } from '../domain/step-kind';
import { deliver, type GatewayWorld } from './perform-act';
import { wakeCase } from './start-case';
import { CaseSilentError } from './tell-case';

/** How long whoever has a step tried again waits, in milliseconds. */
const patienceMs = 5_000;

/**
 * Brings a step that waits to be tried again to its case: what the case was told is told once more by its key, for
 * everything else the case looks at its rows. What it has taken and not answered in time is at work.
 * @throws CaseSilentError when the case could not be reached; what the engine's client throws when the engine is away
 */
export async function tryAgain(world: GatewayWorld, { caseId, key }: { caseId: string; key: string }): Promise<void> {
  const deadline = Date.now() + patienceMs;
  if (stepKindOf(key) !== 'told') return world.client.withDeadline(deadline, () => wakeCase(world, caseId));
  const outcome = await deliver(world, { key, place: caseId, opens: false }, deadline);
  if (outcome.kind === 'unreachable') throw new CaseSilentError(caseId);
}
