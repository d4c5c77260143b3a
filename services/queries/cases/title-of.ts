import type { DataSource } from 'typeorm';

/** What a case is called; its number where it has no title of its own. */
export async function titleOf(dataSource: DataSource, caseId: string): Promise<string> {
  const rows: { title: string }[] = await dataSource.query('SELECT title FROM official_case WHERE id = $1', [caseId]);
  return rows[0]?.title ?? caseId;
}
