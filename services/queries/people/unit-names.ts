import type { DataSource } from 'typeorm';

/** Names of all units by code. */
export async function unitNames(dataSource: DataSource): Promise<Record<string, string>> {
  const rows: { code: string; name: string }[] = await dataSource.query('SELECT code, name FROM department');
  return Object.fromEntries(rows.map((row) => [row.code, row.name]));
}
