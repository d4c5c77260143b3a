import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

export interface RunHistory {
  runId: string;
  /** As `historyToJSON` writes it. */
  json: string;
}

const runsAtMost = 50;

/**
 * The histories of a case's runs, newest first: those that the engine still keeps, and of older ones what was archived.
 * @param archived finds the archived histories of a case, newest first
 */
export async function readHistories(
  client: Client,
  caseId: string,
  archived: (caseId: string) => Promise<RunHistory[]>,
): Promise<RunHistory[]> {
  const histories: RunHistory[] = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = "${caseId.replaceAll('"', '')}"` })) {
    const history = await client.workflow.getHandle(caseId, run.runId).fetchHistory();
    histories.push({ runId: run.runId, json: historyToJSON(history) });
    if (histories.length === runsAtMost) return histories;
  }
  const kept = new Set(histories.map(({ runId }) => runId));
  const older = (await archived(caseId)).filter(({ runId }) => !kept.has(runId));
  return [...histories, ...older].slice(0, runsAtMost);
}
