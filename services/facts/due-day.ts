import type { Queryable } from '../../db/queryable';
import { addWorkingDays } from '../../domain/calendar/working-days';
import type { DueDay } from '../../domain/facts';
import { readCalendar } from '../queries/registers/read-calendar';

/** The day on which a term of working days ends, by the published calendars alone (M30). */
export async function dueDay(manager: Queryable, from: string, workingDays: number): Promise<DueDay> {
  const due = addWorkingDays(await readCalendar(manager), from, workingDays);
  return 'date' in due ? { date: due.date } : { pendingYear: due.year };
}
