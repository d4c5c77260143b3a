import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { kindOf } from '../domain/processes';

/** A closed run as the engine lists it. */
export interface ClosedRun {
  workflowId: string;
  runId: string;
  startedAt: Date;
  closedAt: Date;
}

export interface RunArchive {
  /**
   * Which of these runs are not kept yet and are to be kept, and whether each was begun past the system; and those that are
   * left out, because too many came in a day.
   */
  sift(runs: readonly ClosedRun[]): Promise<{ keep: { runId: string; stray: boolean }[]; leave: string[] }>;
  keep(run: { workflowId: string; runId: string; events: number; json: string; stray: boolean }): Promise<void>;
}

const pageSize = 200;

/**
 * Hands every closed run of a case that is not kept yet to the archive, as far as the archive takes it; whoever reaches the
 * engine can start and end runs without number under the ids of cases.
 * @returns how many it was, and those that the archive left out
 */
export async function archiveClosedRuns(
  client: Client,
  archive: RunArchive,
  closedSince: Date,
): Promise<{ kept: number; left: ClosedRun[] }> {
  const done = { kept: 0, left: [] as ClosedRun[] };
  let page: ClosedRun[] = [];
  for await (const run of client.workflow.list({
    query: `ExecutionStatus != "Running" AND CloseTime >= "${closedSince.toISOString()}"`,
  })) {
    if (!kindOf(run.workflowId)) continue;
    const { workflowId, runId, startTime: startedAt } = run;
    page.push({ workflowId, runId, startedAt, closedAt: run.closeTime ?? startedAt });
    if (page.length < pageSize) continue;
    await keepPage(page);
    page = [];
  }
  await keepPage(page);
  return done;

  async function keepPage(runs: ClosedRun[]): Promise<void> {
    if (runs.length === 0) return;
    const { keep, leave } = await archive.sift(runs);
    const byId = new Map(runs.map((run) => [run.runId, run]));
    for (const { runId, stray } of keep) {
      const run = byId.get(runId);
      if (run) await archiveRun(client, archive, { ...run, stray });
    }
    done.kept += keep.length;
    done.left.push(...leave.flatMap((runId) => byId.get(runId) ?? []));
  }
}

/** Hands the history of one run, as far as it has come, to the archive. */
export async function archiveRun(
  client: Client,
  archive: Pick<RunArchive, 'keep'>,
  { workflowId, runId, stray = false }: { workflowId: string; runId: string; stray?: boolean },
): Promise<void> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const json = historyToJSON(history);
  await archive.keep({ workflowId, runId, events: history.events?.length ?? 0, json, stray });
}
