import type { DataSource } from 'typeorm';

/** Whether this version of a year's calendar was published. */
export async function hasCalendar(
  dataSource: DataSource,
  { year, version }: { year: number; version: number },
): Promise<boolean> {
  const rows: unknown[] = await dataSource.query('SELECT 1 FROM calendar_year WHERE year = $1 AND version >= $2', [
    year,
    version,
  ]);
  return rows.length > 0;
}
