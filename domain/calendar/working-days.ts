import { dayNumber, dayOfNumber, isDay, isWeekend, yearOf } from './iso-day';
import type { CalendarPending, WorkingCalendar } from './working-calendar';

type DayTest = (day: string) => boolean | CalendarPending;

function dayTest(calendar: WorkingCalendar): DayTest {
  const years = new Set(calendar.years);
  const holidays = new Set(calendar.holidays);
  const swapped = new Set(calendar.swappedWorkdays);
  return (day) => {
    const year = yearOf(day);
    if (!years.has(year)) return { pending: 'calendarNotPublished', year };
    if (swapped.has(day)) return true;
    if (holidays.has(day)) return false;
    return !isWeekend(day);
  };
}

/** Whether a day is worked, or the year whose calendar is missing. */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean | CalendarPending {
  requireDay(day);
  return dayTest(calendar)(day);
}

/**
 * The day on which a term of working days ends; day 1 is the next working day after `from`, 0 gives `from` itself.
 * @throws RangeError if `from` is no day, or `days` no count
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  from: string,
  days: number,
): { date: string } | CalendarPending {
  requireDay(from);
  if (!Number.isInteger(days) || days < 0)
    throw new RangeError(`A term is a whole number of working days from 0, not ${days}.`);
  const worked = dayTest(calendar);
  let number = dayNumber(from);
  let left = days;
  while (left > 0) {
    number += 1;
    const answer = worked(dayOfNumber(number));
    if (typeof answer !== 'boolean') return answer;
    if (answer) left -= 1;
  }
  return { date: dayOfNumber(number) };
}

/**
 * Working days after `from` up to and with `to`; negative where `to` lies before `from`.
 * @throws RangeError if either is no day
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: string,
  to: string,
): { days: number } | CalendarPending {
  requireDay(from);
  requireDay(to);
  const sign = to < from ? -1 : 1;
  const [first, last] = sign < 0 ? [to, from] : [from, to];
  const worked = dayTest(calendar);
  let days = 0;
  for (let number = dayNumber(first) + 1; number <= dayNumber(last); number += 1) {
    const answer = worked(dayOfNumber(number));
    if (typeof answer !== 'boolean') return answer;
    if (answer) days += 1;
  }
  return { days: days === 0 ? 0 : sign * days };
}

function requireDay(day: string): void {
  if (!isDay(day)) throw new RangeError(`A legal day is written YYYY-MM-DD and exists; "${day}" is none.`);
}
