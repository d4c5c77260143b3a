import type { Queryable } from '../../../db/queryable';
import type { Occasion } from '../../../domain/act';
import {
  afterDifference,
  calendarDifference,
  workingCalendarOf,
  type CalendarDay,
  type CalendarDifference,
} from '../../../domain/calendar/calendar-difference';
import { yearOf } from '../../../domain/calendar/iso-day';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar';
import { upgraded, type CaseState } from '../../../domain/process';
import { processOf } from '../../../domain/processes';
import type { CalendarPublication } from '../../../domain/registers/calendar-publication';
import { contentHash } from '../../entries/append-entry';
import { termsThatMove, type MovedTerm } from '../../../domain/terms-that-move';

/** A term that would move, with the case that it is of. */
export interface MovedTermOfCase extends MovedTerm {
  case: string;
  number: string;
  /** Number of the check that a visit or a round belongs to. */
  parent: string | null;
}

export interface CalendarPreview {
  difference: CalendarDifference;
  /** The year had no calendar: its terms have no day until now. */
  publishes: boolean;
  /** Versions of the calendars that it was counted from, by year; 0 where there is none. */
  versions: Record<string, number>;
  moved: MovedTermOfCase[];
  /** Says in one word what is affirmed: the days, and what becomes overdue by them. */
  digest: string;
}

/** Cases are read in pages of so many. */
const page = 500;

/** What saving a notice would change: in the calendar, and in the terms of open cases. Writes nothing. */
export async function calendarPreview(
  database: Queryable,
  values: CalendarPublication,
  now: Date,
): Promise<CalendarPreview> {
  const touched = [...new Set([values.year, ...values.days.map(({ date }) => yearOf(date))])].sort();
  const years: { year: number; version: number }[] = await database.query(
    'SELECT year, version FROM calendar_year ORDER BY year',
  );
  const standing: CalendarDay[] = await database.query(
    `SELECT to_char(date, 'YYYY-MM-DD') AS date, kind, name, notice FROM calendar_day ORDER BY date`,
  );
  const difference = calendarDifference(standing, values);
  const publishes = !years.some(({ year }) => year === values.year);
  const known = [...years.map(({ year }) => year), ...(publishes ? [values.year] : [])];
  const calendar = workingCalendarOf(known, afterDifference(standing, difference));
  const moved = await movedTerms(database, calendar, now);
  return {
    difference,
    publishes,
    versions: Object.fromEntries(touched.map((year) => [year, years.find((row) => row.year === year)?.version ?? 0])),
    moved,
    digest: digestOf(difference, moved),
  };
}

async function movedTerms(database: Queryable, calendar: WorkingCalendar, now: Date): Promise<MovedTermOfCase[]> {
  const occasion: Occasion = { at: now.toISOString(), today: shanghaiDay(now), submission: 'preview' };
  const moved: MovedTermOfCase[] = [];
  for (let last = ''; ;) {
    const cases: { id: string; number: string; parent: string | null; state: CaseState }[] = await database.query(
      `SELECT c.id, c.number, p.number AS parent, c.state FROM official_case c LEFT JOIN official_case p ON p.id = c.parent_id
       WHERE c.recounted_by IS NOT NULL AND c.id > $1 ORDER BY c.id LIMIT ${page}`,
      [last],
    );
    for (const { id, number, parent, state } of cases) {
      const process = processOf(id);
      for (const term of termsThatMove(process, upgraded(process, state), calendar, occasion))
        moved.push({ case: id, number, parent, ...term });
    }
    if (cases.length < page) return moved;
    last = cases.at(-1)?.id ?? last;
  }
}

function digestOf(difference: CalendarDifference, moved: readonly MovedTermOfCase[]): string {
  const overdue = moved
    .filter(({ becomesOverdue }) => becomesOverdue)
    .map((term) => [term.case, term.department, term.to]);
  return contentHash([difference, overdue]) ?? '';
}
