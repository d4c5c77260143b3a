import { gunzipSync } from 'node:zlib';
import type { DataSource } from 'typeorm';

const runsAtMost = 50;

/** Histories of a case's closed runs as they were archived, newest first; they outlive the engine's own. */
export async function archivedHistories(
  dataSource: DataSource,
  caseId: string,
): Promise<{ runId: string; json: string }[]> {
  const rows: { runId: string; history: Buffer }[] = await dataSource.query(
    `SELECT run_id AS "runId", history FROM run_history WHERE workflow_id = $1 ORDER BY archived_at DESC, run_id LIMIT ${runsAtMost}`,
    [caseId],
  );
  return rows.map(({ runId, history }) => ({ runId, json: gunzipSync(history).toString('utf8') }));
}
