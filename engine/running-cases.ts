import type { Client } from '@temporalio/client';
import { kindOf } from '../domain/processes';

/** Ids of all cases whose workflow runs. */
export async function runningCaseIds(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for await (const run of client.workflow.list({ query: 'ExecutionStatus = "Running"' }))
    if (kindOf(run.workflowId)) ids.push(run.workflowId);
  return ids;
}
