import type { DataSource } from 'typeorm';

/** Calendars that were published or amended since the terms of open cases were last counted. */
export async function calendarsToRecount(dataSource: DataSource): Promise<{ year: number; version: number }[]> {
  return dataSource.query('SELECT year, version FROM calendar_year WHERE recounted_version < version ORDER BY year');
}
