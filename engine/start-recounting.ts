import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { workflowNames, type CalendarVersion } from '../workflows/contracts';

/** Has the terms of open cases counted by a version of a calendar; starting it again changes nothing. */
export async function startRecounting(client: Client, calendar: CalendarVersion, taskQueue: string): Promise<void> {
  try {
    await client.workflow.start(workflowNames.recounting, {
      workflowId: `calendar/${calendar.year}-${calendar.version}`,
      taskQueue,
      staticSummary: `calendar ${calendar.year}, version ${calendar.version}`,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
  } catch (failure) {
    if (!(failure instanceof WorkflowExecutionAlreadyStartedError)) throw failure;
  }
}
