import type { DataSource } from 'typeorm';

/** Ids of all cases that their rows call open. */
export async function openCaseIds(dataSource: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query('SELECT id FROM official_case WHERE NOT closed');
  return rows.map((row) => row.id);
}
