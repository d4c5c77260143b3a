import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { workflowNames } from '../workflows/contracts';

/** Has a queued paper drawn; one that is being drawn already is left to it. */
export async function orderPaper(client: Client, key: string, taskQueue: string): Promise<void> {
  try {
    await client.workflow.start(workflowNames.printing, {
      workflowId: `paper/${key}`,
      taskQueue,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      staticSummary: `paper ${key}`,
    });
  } catch (failure) {
    if (failure instanceof WorkflowExecutionAlreadyStartedError) return;
    throw failure;
  }
}
