import type { Client } from '@temporalio/client';
import { kindOf } from '../domain/processes';
import type { Standing } from '../domain/standing';
import { standingQueryName } from '../workflows/contracts';

/** Ids of all cases whose workflow runs; only of those that the workers of a queue take up, where one is named. */
export async function runningCases(client: Client, taskQueue?: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const run of client.workflow.list({ query: 'ExecutionStatus = "Running"' }))
    if (kindOf(run.workflowId) && (taskQueue === undefined || run.taskQueue === taskQueue)) ids.add(run.workflowId);
  return ids;
}

/**
 * Where a run believes its case to stand; nothing where it has not looked yet.
 * @returns a text that says why it does not answer, where its tasks fail
 */
export async function standingOfRun(client: Client, caseId: string): Promise<Standing | undefined | string> {
  try {
    return await client.withDeadline(Date.now() + answerMs, () =>
      client.workflow.getHandle(caseId).query<Standing | undefined>(standingQueryName),
    );
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

const answerMs = 5_000;
