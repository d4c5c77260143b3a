import type { DataSource } from 'typeorm';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar';

/** The published calendars as plain data: years, days off on weekdays, and swapped working days. */
export async function readCalendar(dataSource: Pick<DataSource, 'query'>): Promise<WorkingCalendar> {
  const years: { year: number }[] = await dataSource.query('SELECT year FROM calendar_year ORDER BY year');
  const days: { day: string; kind: string }[] = await dataSource.query(
    `SELECT to_char(date, 'YYYY-MM-DD') AS day, kind FROM calendar_day ORDER BY date`,
  );
  return {
    years: years.map((row) => row.year),
    holidays: days.filter((row) => row.kind === 'holiday').map((row) => row.day),
    swappedWorkdays: days.filter((row) => row.kind !== 'holiday').map((row) => row.day),
  };
}
