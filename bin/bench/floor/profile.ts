import { temporal } from '@temporalio/proto';
import type { Client } from '@temporalio/client';
import type { CaseActivities } from '../../../activities/cases';
import type { NoOpStep } from './no-op-workflow';

const { EventType } = temporal.api.enums.v1;

/** What a handler waits for; an effect that happens to run while the next act is at work does not hold up its answer. */
const ofHandlers: readonly string[] = ['judgeAct'] satisfies (keyof CaseActivities)[];

/** A local activity as the worker writes it down; other markers are notes and no work. */
const localMarker = 'core_local_activity';

/** What the engine did for one case: one step an update, in the order in which they were let in. */
export type CaseProfile = NoOpStep[];

/** Reads what each update and what came after it cost from the newest history of each case. */
export async function profileOf(client: Client, caseIds: string[]): Promise<CaseProfile[]> {
  return Promise.all(
    caseIds.map(async (caseId) => stepsIn((await client.workflow.getHandle(caseId).fetchHistory()).events ?? [])),
  );
}

/**
 * The steps of one history. An activity of a handler that was scheduled between acceptance and completion of an update was
 * waited for by its answer; every other one came after the update before it.
 * @throws Error for a history with activities and no update, which no floor can stand for
 */
export function stepsIn(events: temporal.api.history.v1.IHistoryEvent[]): CaseProfile {
  const steps = new Map<string, NoOpStep>();
  const unanswered = new Set<string>();
  let early = 0;
  let last: NoOpStep | undefined;
  for (const event of events) {
    // Acts on one case are worked off one after another: what is at work belongs to the first that has no answer yet.
    const [atWork] = unanswered;
    const step = atWork === undefined ? undefined : steps.get(atWork);
    switch (event.eventType) {
      case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED: {
        const id = event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId ?? '';
        steps.set(id, { locals: 0, awaited: 0, after: 0 });
        unanswered.add(id);
        break;
      }
      case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED: {
        const id = event.workflowExecutionUpdateCompletedEventAttributes?.meta?.updateId ?? '';
        last = steps.get(id) ?? last;
        unanswered.delete(id);
        break;
      }
      case EventType.EVENT_TYPE_MARKER_RECORDED:
        if (step && event.markerRecordedEventAttributes?.markerName === localMarker) step.locals += 1;
        break;
      case EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED: {
        const name = event.activityTaskScheduledEventAttributes?.activityType?.name ?? '';
        if (step && ofHandlers.includes(name)) step.awaited += 1;
        else if (last) last.after += 1;
        else early += 1;
        break;
      }
    }
  }
  const [first] = steps.values();
  if (first) first.after += early;
  else if (early > 0) throw new Error('A history with activities and without updates has no floor');
  return [...steps.values()];
}
