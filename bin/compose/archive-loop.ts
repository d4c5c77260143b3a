import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { archiveClosedRuns } from '../../engine/archive-closed-runs';
import { countStray } from '../../services/cases/strays';
import { runArchive } from './run-archive';
import { sweep } from './sweep';

const everyMs = 15_000;
/** How far the first sweep of a worker looks back. */
const lookBackMs = 24 * 3_600_000;
/** Visibility lags a moment behind the close of a run. */
const overlapMs = 60_000;

/** Keeps the histories of runs that close, every few seconds, until it is stopped; a sweep that fails is made up by the next. */
export function archiveLoop(
  client: Client,
  dataSource: DataSource,
  complain: (failure: unknown) => void,
): { stop(): Promise<void> } {
  const archive = runArchive(dataSource);
  let since = Date.now() - lookBackMs;
  let told = Date.now();
  return sweep(everyMs, sweepOnce, complain);

  async function sweepOnce(): Promise<void> {
    const began = Date.now();
    const { left } = await archiveClosedRuns(client, archive, new Date(since));
    // Of those that closed since the last sweep: sweeps overlap, and each run is told of once.
    for (const { workflowId, closedAt } of left)
      if (closedAt.getTime() >= told) await countStray(dataSource, workflowId, 'RUN_NOT_KEPT');
    told = began;
    since = began - overlapMs;
  }
}
