import type { DataSource } from 'typeorm';

/**
 * Removes files on their way to which nothing came since a moment, with their pieces, and the notes of those that arrived.
 * @returns how many
 */
export async function dropOldUploads(dataSource: Pick<DataSource, 'query'>, before: Date): Promise<number> {
  const rows: { count: number }[] = await dataSource.query(
    `WITH gone AS (DELETE FROM partial_upload WHERE changed_at < $1 RETURNING id),
       pieces AS (DELETE FROM upload_piece WHERE upload_id IN (SELECT id FROM gone))
     SELECT count(*)::int AS count FROM gone`,
    [before],
  );
  return rows[0]?.count ?? 0;
}
