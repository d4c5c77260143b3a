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
  /** Begun under the id of a case that there is not, or that was closed already. */
  stray: boolean;
}

/**
 * So many runs of one case are kept in a day; the busiest check in the bench closes a few dozen. Runs that were begun past the
 * system share the second number, whatever ids they bear. Both stand against whoever starts runs without number, which would
 * fill the disk.
 */
const keptADay = { ofOneCase: 200, strays: 500 };

/** Keeps the whole history of a closed run, longer than the engine does (05-audit-log.md); once a run. */
export async function archiveHistory(dataSource: DataSource, run: RunToArchive): Promise<void> {
  await dataSource.query(
    `INSERT INTO run_history (workflow_id, run_id, events, bytes, sha256, history, stray, archived_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())
     ON CONFLICT (workflow_id, run_id) DO NOTHING`,
    [
      run.workflowId,
      run.runId,
      run.events,
      Buffer.byteLength(run.json),
      createHash('sha256').update(run.json).digest('hex'),
      await packed(run.json),
      run.stray,
    ],
  );
}

/** Which of these runs are to be kept, those that are kept already not among them, and which are too many. */
export async function siftRuns(
  dataSource: DataSource,
  runs: readonly { workflowId: string; runId: string; startedAt: Date }[],
): Promise<{ keep: { runId: string; stray: boolean }[]; leave: string[] }> {
  const rows: { runId: string; stray: boolean; kept: boolean }[] = await dataSource.query(
    `WITH fresh AS (
       SELECT a.*, c.id IS NULL OR (c.closed AND c.stage_since < a.started_at) AS stray
       FROM unnest($1::text[], $2::text[], $3::timestamptz[]) WITH ORDINALITY a(workflow_id, run_id, started_at, place)
         LEFT JOIN official_case c ON c.id = a.workflow_id
       WHERE NOT EXISTS (SELECT 1 FROM run_history h WHERE h.workflow_id = a.workflow_id AND h.run_id = a.run_id)),
     ranked AS (
       SELECT fresh.*, row_number() OVER (PARTITION BY stray, CASE WHEN NOT stray THEN workflow_id END ORDER BY place) AS nth
       FROM fresh),
     strays AS (SELECT count(*) AS today FROM run_history WHERE stray AND archived_at > now() - interval '1 day')
     SELECT run_id AS "runId", stray, CASE WHEN stray THEN nth + strays.today <= $5
       ELSE nth + (SELECT count(*) FROM run_history h WHERE h.workflow_id = ranked.workflow_id AND h.archived_at > now() - interval '1 day') <= $4 END AS kept
     FROM ranked, strays ORDER BY place`,
    [
      runs.map(({ workflowId }) => workflowId),
      runs.map(({ runId }) => runId),
      runs.map(({ startedAt }) => startedAt),
      keptADay.ofOneCase,
      keptADay.strays,
    ],
  );
  return {
    keep: rows.filter(({ kept }) => kept).map(({ runId, stray }) => ({ runId, stray })),
    leave: rows.filter(({ kept }) => !kept).map(({ runId }) => runId),
  };
}
