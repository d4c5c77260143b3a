import type { DataSource } from 'typeorm';
import { visit } from '../../../domain/visit/process';

/** Visits of a check that are still open, by id. */
export async function openVisitIds(dataSource: DataSource, check: string): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `SELECT id FROM official_case WHERE kind = $2 AND parent_id = $1 AND NOT closed ORDER BY id`,
    [check, visit.kind],
  );
  return rows.map((row) => row.id);
}
