import { gunzipSync } from 'node:zlib';
import type { DataSource } from 'typeorm';

/** So many are read at once; each may be of thousands of events. */
const atOnce = 10;

/** Histories of a case's closed runs as they were archived, newest first; they outlive the engine's own. */
export async function* archivedHistories(
  dataSource: DataSource,
  caseId: string,
): AsyncGenerator<{ runId: string; json: string }> {
  let before: { at: string; runId: string } | undefined;
  for (;;) {
    // The moment as text: a JavaScript date knows no microseconds.
    const rows: { runId: string; history: Buffer; at: string }[] = await dataSource.query(
      `SELECT run_id AS "runId", history, archived_at::text AS at FROM run_history
       WHERE workflow_id = $1 AND ($2::text IS NULL OR (archived_at, run_id) < ($2::timestamptz, $3::text))
       ORDER BY archived_at DESC, run_id DESC LIMIT ${atOnce}`,
      [caseId, before?.at ?? null, before?.runId ?? null],
    );
    for (const { runId, history } of rows) yield { runId, json: gunzipSync(history).toString('utf8') };
    before = rows.at(-1);
    if (rows.length < atOnce) return;
  }
}
