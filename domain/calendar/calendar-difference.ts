import { yearOf } from './iso-day';
import type { WorkingCalendar } from './working-calendar';

/** A day that differs from its weekday, with the notice that says so. */
export interface CalendarDay {
  date: string;
  kind: 'holiday' | 'swapped-workday';
  name: string;
  notice: string;
}

/** What a notice says of a year, as `CalendarPublication` has checked it. */
export interface CalendarNotice {
  year: number;
  source: string;
  scope: 'whole' | 'listed';
  days: ({ date: string; kind: CalendarDay['kind']; name: string } | { date: string; kind: 'ordinary' })[];
}

/** What a notice changes in the days that stand; each in the order of days. */
export interface CalendarDifference {
  added: CalendarDay[];
  changed: { was: CalendarDay; is: CalendarDay }[];
  takenAway: CalendarDay[];
}

/** A day that is listed as it stands keeps the notice that it came from. */
export function calendarDifference(standing: readonly CalendarDay[], notice: CalendarNotice): CalendarDifference {
  const before = new Map(standing.map((day) => [day.date, day]));
  const listed = [...notice.days].sort((one, other) => (one.date < other.date ? -1 : 1));
  const difference: CalendarDifference = { added: [], changed: [], takenAway: [] };
  for (const day of listed) {
    const was = before.get(day.date);
    if (day.kind === 'ordinary') {
      if (was) difference.takenAway.push(was);
      continue;
    }
    const is = { date: day.date, kind: day.kind, name: day.name, notice: notice.source };
    if (!was) difference.added.push(is);
    else if (was.kind !== is.kind || was.name !== is.name) difference.changed.push({ was, is });
  }
  if (notice.scope === 'listed') return difference;
  const named = new Set(listed.map(({ date }) => date));
  const unlisted = standing.filter(({ date }) => yearOf(date) === notice.year && !named.has(date));
  const takenAway = [...difference.takenAway, ...unlisted].sort((one, other) => (one.date < other.date ? -1 : 1));
  return { ...difference, takenAway };
}

export const isSame = ({ added, changed, takenAway }: CalendarDifference): boolean =>
  added.length + changed.length + takenAway.length === 0;

/** The days as they stand once the difference is made. */
export function afterDifference(
  standing: readonly CalendarDay[],
  { added, changed, takenAway }: CalendarDifference,
): CalendarDay[] {
  const days = new Map(standing.map((day) => [day.date, day]));
  for (const { date } of takenAway) days.delete(date);
  for (const day of [...added, ...changed.map(({ is }) => is)]) days.set(day.date, day);
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Calendars of these years and days, for counting. */
export function workingCalendarOf(
  years: readonly number[],
  days: readonly Pick<CalendarDay, 'date' | 'kind'>[],
): WorkingCalendar {
  const of = (kind: CalendarDay['kind']) => days.filter((day) => day.kind === kind).map(({ date }) => date);
  return { years: [...years], holidays: of('holiday'), swappedWorkdays: of('swapped-workday') };
}
