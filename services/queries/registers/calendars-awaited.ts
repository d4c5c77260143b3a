import type { DataSource } from 'typeorm';

export interface AwaitedCalendar {
  year: number;
  /** Open cases whose deadline cannot be counted until this year is published. */
  cases: number;
}

/** Years that are not published and that deadlines of open cases wait for (M30). */
export async function calendarsAwaited(dataSource: DataSource): Promise<AwaitedCalendar[]> {
  return dataSource.query(
    `SELECT w.pending_year AS year, count(DISTINCT w.case_id)::int AS cases FROM case_waiting w
     WHERE w.pending_year IS NOT NULL AND NOT EXISTS (SELECT 1 FROM calendar_year y WHERE y.year = w.pending_year)
     GROUP BY w.pending_year ORDER BY w.pending_year`,
  );
}

/** Names of those who publish calendars, for whoever has to ask them. */
export async function calendarKeepers(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    `SELECT name FROM account WHERE active AND NOT machine AND 'systemAdministrator' = ANY(capacities) ORDER BY username`,
  );
  return rows.map((row) => row.name);
}
