import type { DataSource } from 'typeorm';

/** Stage of every case that its row calls open, by id. */
export async function openCases(dataSource: DataSource): Promise<Map<string, string>> {
  const rows: { id: string; stage: string }[] = await dataSource.query(
    'SELECT id, stage FROM official_case WHERE NOT closed',
  );
  return new Map(rows.map((row) => [row.id, row.stage]));
}
