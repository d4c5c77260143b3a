import type { DataSource } from 'typeorm';
import type { RunArchive } from '../../engine/archive-closed-runs';
import { archivedRuns, archiveHistory } from '../../services/cases/archive-history';

/** The archive of runs in the database. */
export function runArchive(dataSource: DataSource): RunArchive {
  return {
    known: (runIds) => archivedRuns(dataSource, runIds),
    keep: (run) => archiveHistory(dataSource, run),
  };
}
