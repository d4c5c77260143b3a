import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { kindOf } from '../domain/processes';

export interface RunArchive {
  known(runIds: string[]): Promise<Set<string>>;
  keep(run: { workflowId: string; runId: string; events: number; json: string }): Promise<void>;
}

const pageSize = 200;

/** Hands every closed run of a case that is not kept yet to the archive; returns how many it was. */
export async function archiveClosedRuns(client: Client, archive: RunArchive, closedSince: Date): Promise<number> {
  let kept = 0;
  let page: { workflowId: string; runId: string }[] = [];
  for await (const run of client.workflow.list({
    query: `ExecutionStatus != "Running" AND CloseTime >= "${closedSince.toISOString()}"`,
  })) {
    if (!kindOf(run.workflowId)) continue;
    page.push({ workflowId: run.workflowId, runId: run.runId });
    if (page.length < pageSize) continue;
    kept += await keepPage(client, archive, page);
    page = [];
  }
  return kept + (await keepPage(client, archive, page));
}

async function keepPage(
  client: Client,
  archive: RunArchive,
  page: { workflowId: string; runId: string }[],
): Promise<number> {
  const known = await archive.known(page.map((run) => run.runId));
  const missing = page.filter((run) => !known.has(run.runId));
  for (const run of missing) await archiveRun(client, archive, run);
  return missing.length;
}

/** Hands the history of one run, as far as it has come, to the archive. */
export async function archiveRun(
  client: Client,
  archive: RunArchive,
  { workflowId, runId }: { workflowId: string; runId: string },
): Promise<void> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  await archive.keep({ workflowId, runId, events: history.events?.length ?? 0, json: historyToJSON(history) });
}
