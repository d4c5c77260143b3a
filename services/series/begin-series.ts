import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { isDonePiece } from '../queries/series/piece-done';

/** One case of a series, as it is sent. */
export interface PieceToDo {
  caseId: string;
  submission: string;
  /** What the person said of it, to be sent again where it is not done. */
  said: object;
}

/**
 * Records that a person sends an act on many cases, before any of them is done; sent again, with what is left of it, it goes
 * on. Cases that were left in an earlier series of theirs belong to this one.
 * @param wanted the id that the form has given; one that is somebody else's is not taken
 * @returns the id of the series
 */
export async function beginSeries(
  dataSource: DataSource,
  wanted: { id: string; account: string; act: string },
  pieces: readonly PieceToDo[],
  at: Date,
): Promise<string> {
  return dataSource.transaction(async (manager) => {
    const id = (await taken(manager, wanted, at)) ?? randomUUID();
    if (id !== wanted.id) await taken(manager, { ...wanted, id }, at);
    const cases = pieces.map(({ caseId }) => caseId);
    await manager.query(
      `UPDATE act_series_piece p SET moved_at = $5 FROM act_series s
       WHERE s.id = p.series AND s.account = $2 AND s.act = $3 AND s.id <> $1 AND s.ended_at IS NULL
         AND p.case_id = ANY($4::text[]) AND p.moved_at IS NULL AND NOT ${isDonePiece}`,
      [id, wanted.account, wanted.act, cases, at],
    );
    await manager.query(
      `INSERT INTO act_series_piece (series, case_id, submission, said)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::jsonb[])
       ON CONFLICT (series, case_id) DO UPDATE SET submission = EXCLUDED.submission, said = EXCLUDED.said,
         settled_at = NULL, code = NULL, details = NULL, moved_at = NULL`,
      [id, cases, pieces.map(({ submission }) => submission), pieces.map(({ said }) => JSON.stringify(said))],
    );
    return id;
  });
}

async function taken(
  manager: EntityManager,
  { id, account, act }: { id: string; account: string; act: string },
  at: Date,
): Promise<string | undefined> {
  const rows: { id: string }[] = await manager.query(
    `INSERT INTO act_series (id, account, act, begun_at, sent_at) VALUES ($1, $2, $3, $4, $4)
     ON CONFLICT (id) DO UPDATE SET sent_at = EXCLUDED.sent_at, ended_at = NULL
       WHERE act_series.account = EXCLUDED.account AND act_series.act = EXCLUDED.act RETURNING id`,
    [id, account, act, at],
  );
  return rows[0]?.id;
}
