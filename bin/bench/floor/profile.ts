import { temporal } from '@temporalio/proto';
import type { Client } from '@temporalio/client';
import type { NoOpStep } from './no-op-workflow';

const { EventType } = temporal.api.enums.v1;

/** What the engine did for one case. */
export interface CaseProfile {
  updates: number;
  locals: number;
  regulars: number;
}

/** Counts the updates and activities in the newest history of each case. */
export async function profileOf(client: Client, caseIds: string[]): Promise<CaseProfile[]> {
  return Promise.all(
    caseIds.map(async (caseId) => {
      const { events } = await client.workflow.getHandle(caseId).fetchHistory();
      const count = (type: number) => (events ?? []).filter(({ eventType }) => eventType === type).length;
      return {
        updates: count(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED),
        // The worker writes a local activity down as a marker; cases set no other markers.
        locals: count(EventType.EVENT_TYPE_MARKER_RECORDED),
        regulars: count(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED),
      };
    }),
  );
}

/** The activities of a case spread evenly over its updates. */
export function stepsOf({ updates, locals, regulars }: CaseProfile): NoOpStep[] {
  const share = (total: number, index: number) => Math.floor((total * (index + 1)) / updates) - Math.floor((total * index) / updates);
  return Array.from({ length: updates }, (_, index) => ({ locals: share(locals, index), regulars: share(regulars, index) }));
}
