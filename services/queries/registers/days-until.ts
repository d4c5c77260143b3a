import type { DataSource } from 'typeorm';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { workingDaysBetween } from '../../../domain/calendar/working-days';
import { readCalendar } from './read-calendar';

/** Working days from today to each day, negative for days past; a day that no published calendar reaches has no count. */
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
    return from <= to ? counted.days : -Math.max(1, counted.days);
  }
}
