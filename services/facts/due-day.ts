import type { DataSource } from 'typeorm';
import { addWorkingDays } from '../../domain/calendar/working-days';
import type { DueDay } from '../../domain/facts';
import { readCalendar } from '../queries/registers/read-calendar';

/** The day on which a term of working days ends, by the published calendars alone (M30). */
export async function dueDay(dataSource: DataSource, from: string, workingDays: number): Promise<DueDay> {
  const due = addWorkingDays(await readCalendar(dataSource), from, workingDays);
  return 'date' in due ? { date: due.date } : { pendingYear: due.year };
}
