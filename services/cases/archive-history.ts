import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { DataSource } from 'typeorm';

// Beside the thread that judges acts.
const packed = promisify<string, Buffer>(gzip);

export interface RunToArchive {
  workflowId: string;
  runId: string;
  events: number;
  json: string;
}

/** Keeps the whole history of a closed run, longer than the engine does (05-audit-log.md); once a run. */
export async function archiveHistory(dataSource: DataSource, run: RunToArchive): Promise<void> {
  await dataSource.query(
    `INSERT INTO run_history (workflow_id, run_id, events, bytes, sha256, history, archived_at) VALUES ($1, $2, $3, $4, $5, $6, now())
     ON CONFLICT (workflow_id, run_id) DO NOTHING`,
    [
      run.workflowId,
      run.runId,
      run.events,
      Buffer.byteLength(run.json),
      createHash('sha256').update(run.json).digest('hex'),
      await packed(run.json),
    ],
  );
}

/** Which of these runs are kept already. */
export async function archivedRuns(dataSource: DataSource, runIds: string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await dataSource.query(
    'SELECT run_id AS id FROM run_history WHERE run_id = ANY($1::text[])',
    [runIds],
  );
  return new Set(rows.map((row) => row.id));
}
