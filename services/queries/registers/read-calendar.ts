import type { DataSource, EntityManager } from 'typeorm';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar';

/** The published working-day calendar, all years. */
export async function readCalendar(source: DataSource | EntityManager): Promise<WorkingCalendar> {
  const years: { year: number }[] = await source.query('SELECT year FROM calendar_year ORDER BY year');
  const days: { day: string; kind: string }[] = await source.query(
    `SELECT to_char(d.date, 'YYYY-MM-DD') AS day, d.kind FROM calendar_day d JOIN calendar_year y USING (year) ORDER BY d.date`,
  );
  return {
    years: years.map((row) => row.year),
    holidays: days.filter((row) => row.kind === 'holiday').map((row) => row.day),
    swappedWorkdays: days.filter((row) => row.kind === 'swapped-workday').map((row) => row.day),
  };
}
