import type { DataSource } from 'typeorm';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { workingDaysBetween } from '../../../domain/calendar/working-days';
import { readCalendar } from './read-calendar';

/** The day is over and no working day has begun since: it is late, by less than one. */
const lateByNone = -0.5;

/**
 * Working days from today to each day, 0 for today, negative for days past, between -1 and 0 while no working day has
 * passed since; a day that no published calendar reaches has no count.
 */
export async function daysUntil(
  dataSource: DataSource,
  days: string[],
  now: Date,
): Promise<Record<string, number | undefined>> {
  const today = shanghaiDay(now);
  const calendar = await readCalendar(dataSource);
  return Object.fromEntries([...new Set(days)].map((day) => [day, countBetween(today, day)]));

  function countBetween(from: string, to: string): number | undefined {
    const counted = from <= to ? workingDaysBetween(calendar, from, to) : workingDaysBetween(calendar, to, from);
    if (!('days' in counted)) return undefined;
    return from <= to ? counted.days : counted.days === 0 ? lateByNone : -counted.days;
  }
}
