import type { DataSource } from 'typeorm';

/** Visits of a check that are still open, by id. */
export async function openVisitIds(dataSource: DataSource, check: string): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `SELECT id FROM official_case WHERE kind = 'visit' AND parent_id = $1 AND NOT closed ORDER BY id`,
    [check],
  );
  return rows.map((row) => row.id);
}
