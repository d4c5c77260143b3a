import type { DataSource } from 'typeorm';

/** Notes that the terms of open cases were counted by this version of a year's calendar; an older version changes nothing. */
export async function markRecounted(
  dataSource: DataSource,
  calendar: { year: number; version: number },
): Promise<void> {
  await dataSource.query(
    'UPDATE calendar_year SET recounted_version = GREATEST(recounted_version, LEAST(version, $2)) WHERE year = $1',
    [calendar.year, calendar.version],
  );
}
