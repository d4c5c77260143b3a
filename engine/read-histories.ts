import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

export interface RunHistory {
  runId: string;
  /** As `historyToJSON` writes it. */
  json: string;
}

/**
 * The histories of a case's runs, each once and newest first: those that the engine still keeps, then of older ones what was
 * archived. One at a time, as whoever reads them asks for the next.
 * @param archived the archived histories of a case, newest first
 */
export async function* readHistories(
  client: Client,
  caseId: string,
  archived: (caseId: string) => AsyncIterable<RunHistory>,
): AsyncGenerator<RunHistory> {
  const kept = new Set<string>();
  for await (const run of client.workflow.list({ query: `WorkflowId = "${caseId.replaceAll('"', '')}"` })) {
    if (kept.has(run.runId)) continue;
    kept.add(run.runId);
    const history = await client.workflow.getHandle(caseId, run.runId).fetchHistory();
    yield { runId: run.runId, json: historyToJSON(history) };
  }
  for await (const history of archived(caseId)) if (!kept.has(history.runId)) yield history;
}
