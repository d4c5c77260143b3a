import type { DataSource } from 'typeorm';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar';

/** The published calendars as plain data: years, days off on weekdays, and swapped working days. */
export async function readCalendar(dataSource: Pick<DataSource, 'query'>): Promise<WorkingCalendar> {
  // One statement: nearly every act counts a term.
  const rows: [WorkingCalendar] = await dataSource.query(
    `SELECT ARRAY(SELECT year::int FROM calendar_year ORDER BY year) AS years,
       ARRAY(SELECT to_char(date, 'YYYY-MM-DD') FROM calendar_day WHERE kind = 'holiday' ORDER BY date) AS holidays,
       ARRAY(SELECT to_char(date, 'YYYY-MM-DD') FROM calendar_day WHERE kind <> 'holiday' ORDER BY date) AS "swappedWorkdays"`,
  );
  return rows[0];
}
