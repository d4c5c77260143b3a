import type { DataSource } from 'typeorm';
import { isDonePiece } from '../queries/series/piece-done';

/** Ends a series of which every case is done. */
export async function endSeriesIfDone(dataSource: DataSource, id: string, at: Date): Promise<void> {
  await dataSource.query(
    `UPDATE act_series SET ended_at = $2 WHERE id = $1 AND NOT EXISTS
       (SELECT 1 FROM act_series_piece p WHERE p.series = $1 AND p.moved_at IS NULL AND NOT ${isDonePiece})`,
    [id, at],
  );
}

/** Lays aside what is left of a person's own series: each case waits as before, the series is no task any more. */
export async function laySeriesAside(
  dataSource: DataSource,
  { id, account }: { id: string; account: string },
  at: Date,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('UPDATE act_series SET ended_at = $3 WHERE id = $1 AND account = $2 AND ended_at IS NULL', [
      id,
      account,
      at,
    ]);
    await manager.query(
      `UPDATE act_series_piece p SET said = NULL FROM act_series s WHERE s.id = p.series AND s.id = $1 AND s.account = $2`,
      [id, account],
    );
  });
}
