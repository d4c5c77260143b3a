import type { DataSource } from 'typeorm';
import type { RunArchive } from '../../engine/archive-closed-runs';
import { archiveHistory, siftRuns } from '../../services/cases/archive-history';

/** The archive of runs in the database. */
export function runArchive(dataSource: DataSource): RunArchive {
  return {
    sift: (runs) => siftRuns(dataSource, runs),
    keep: (run) => archiveHistory(dataSource, run),
  };
}
