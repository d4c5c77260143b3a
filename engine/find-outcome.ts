import { WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { ActReceipt } from '../workflows/contracts';
import { outcomeOf, updateIdOf, type ActOutcome, type GatewayWorld } from './perform-act';

/** How long one question for an outcome waits, in milliseconds; whoever asks will ask again. */
const patienceMs = 2000;

/**
 * What became of an act that was taken but not answered in time: done, refused by a rule after all, or still at work.
 * `sending` says which of several sendings is asked about: an earlier one may have been refused while a later one is at work.
 * `unreachable` means that nobody had taken it, so it is to be sent again.
 */
export async function findOutcome(
  world: GatewayWorld,
  act: { caseId: string; submission: string; sending?: string },
): Promise<ActOutcome> {
  const recorded = await world.findReceipt(act.caseId, act.submission);
  if (recorded) return { kind: 'done', receipt: recorded };
  try {
    const update = world.client.workflow
      .getHandle(act.caseId)
      .getUpdateHandle<ActReceipt>(updateIdOf(act.submission, act.sending));
    const receipt = await world.client.withDeadline(Date.now() + patienceMs, () => update.result());
    return { kind: 'done', receipt };
  } catch (failure) {
    if (failure instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'pending', sending: act.sending };
    return outcomeOf(failure, world, act);
  }
}
