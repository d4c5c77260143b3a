import type { DataSource } from 'typeorm';
import { listed, rowsOf, sql, words } from '../../../db/sql';
import { shiftDay } from '../../../domain/calendar/iso-day';
import type { Reader } from './may-read-case';
import { seenWaits, standsSo, waits, type WaitStanding } from './waits';

/** How the waits of a unit stand, as a bar and a row show it. */
export const unitStandings = ['overdue', 'today', 'ahead', 'pending', 'returned', 'open'] as const;
export type UnitFigures = Record<(typeof unitStandings)[number], number> & { department: string };

/** How the waits of each unit stand, the latest first; units without any stand with zeros. Of one unit where one is given. */
export async function figuresOfUnits(
  dataSource: DataSource,
  reader: Reader,
  { today, department }: { today: string; department?: string },
): Promise<UnitFigures[]> {
  const figures = unitStandings.map(
    (standing) => sql`count(w.id) FILTER (WHERE ${standsSo(standing, today)})::int AS ${words(`"${standing}"`)}`,
  );
  return rowsOf(
    dataSource,
    sql`SELECT d.code AS department, ${listed(figures)}
     FROM department d LEFT JOIN (SELECT w.* FROM ${waits} WHERE w.ended_at IS NULL AND ${seenWaits(reader, { department })}) w ON w.department = d.code
     ${department ? sql`WHERE d.code = ${department}` : sql``} GROUP BY d.code ORDER BY "overdue" DESC, "open" DESC, d.code`,
  );
}

export interface DayFigures {
  /** Legal day in Asia/Shanghai. */
  day: string;
  begun: number;
  done: number;
  /** Late and not done at the end of the day. */
  late: number;
}

/** What came, what was done and what was late on each of the last days, the earliest first. */
export async function figuresOfDays(
  dataSource: DataSource,
  reader: Reader,
  { today, days, department }: { today: string; days: number; department?: string },
): Promise<DayFigures[]> {
  const from = shiftDay(today, 1 - days);
  const figures = (['begun', 'done', 'late'] satisfies WaitStanding[]).map(
    (standing) =>
      sql`count(w.id) FILTER (WHERE ${standsSo(standing, today, words('d.day'))})::int AS ${words(`"${standing}"`)}`,
  );
  return rowsOf(
    dataSource,
    sql`SELECT to_char(d.day, 'YYYY-MM-DD') AS day, ${listed(figures)}
     FROM (SELECT generate_series(${from}::date, ${today}::date, '1 day')::date AS day) d
       LEFT JOIN (SELECT w.* FROM ${waits} WHERE (w.ended_at IS NULL OR w.ended_at >= ${from}::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND ${seenWaits(reader, { department })}) w ON true
     GROUP BY d.day ORDER BY d.day`,
  );
}

export interface Pace {
  department: string;
  act: string;
  done: number;
  /** Of these done after their term. */
  doneLate: number;
  /** Days of 24 hours from the moment since which it waited, half of all took at most so long. */
  median: number;
  longest: number;
}

/** How long each unit took for what it did, by act, the slowest first; what was done late counts like the rest. */
export async function paces(
  dataSource: DataSource,
  reader: Reader,
  { today, department }: { today: string; department?: string },
): Promise<Pace[]> {
  const took = words('extract(epoch FROM w.ended_at - w.since) / 86400');
  return rowsOf(
    dataSource,
    sql`SELECT w.department, w.act, count(*)::int AS done, count(*) FILTER (WHERE ${standsSo('doneLate', today)})::int AS "doneLate",
       (percentile_cont(0.5) WITHIN GROUP (ORDER BY ${took}))::float8 AS median, max(${took})::float8 AS longest
     FROM ${waits} WHERE ${seenWaits(reader, { department })} AND ${standsSo('done', today)}
     GROUP BY w.department, w.act ORDER BY median DESC, w.department, w.act`,
  );
}
