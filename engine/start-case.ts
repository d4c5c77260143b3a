import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { CaseState } from '../domain/process';
import { workflowTypeOf } from './workflow-types';

/** Starts the workflow of a case from its recorded state; one that runs already, or ran, stays as it is. */
export async function startCase(client: Client, state: CaseState, taskQueue: string): Promise<void> {
  try {
    await client.workflow.start(workflowTypeOf(state.id), {
      workflowId: state.id,
      taskQueue,
      args: [{ id: state.id, state }],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `${state.id.slice(0, state.id.indexOf('/'))} ${state.number}`,
    });
  } catch (failure) {
    if (failure instanceof WorkflowExecutionAlreadyStartedError) return;
    throw failure;
  }
}
