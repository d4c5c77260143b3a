import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { archiveClosedRuns } from '../../engine/archive-closed-runs';
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
  return sweep(everyMs, sweepOnce, complain);

  async function sweepOnce(): Promise<void> {
    const began = Date.now();
    await archiveClosedRuns(client, archive, new Date(since));
    since = began - overlapMs;
  }
}
