import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

const runsAtMost = 50;

/** The histories of a case's runs that the engine still keeps, newest first, as JSON. */
export async function readHistories(client: Client, caseId: string): Promise<{ runId: string; json: string }[]> {
  const histories: { runId: string; json: string }[] = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = "${caseId.replaceAll('"', '')}"` })) {
    const history = await client.workflow.getHandle(caseId, run.runId).fetchHistory();
    histories.push({ runId: run.runId, json: historyToJSON(history) });
    if (histories.length === runsAtMost) break;
  }
  return histories;
}
