import type { Queryable } from '../../../db/queryable';
import type { CalendarDay } from '../../../domain/calendar/calendar-difference';

export interface CalendarYearView {
  year: number;
  source: string;
  publishedAt: Date;
  version: number;
  days: CalendarDay[];
}

/** Every published year with the days that differ from their weekday, newest first. */
export async function showCalendar(database: Queryable): Promise<CalendarYearView[]> {
  return database.query(
    `SELECT y.year, y.source, y.published_at AS "publishedAt", y.version,
       coalesce((SELECT json_agg(json_build_object('date', d.date, 'kind', d.kind, 'name', d.name, 'notice', d.notice) ORDER BY d.date) FROM calendar_day d WHERE d.year = y.year), '[]') AS days
     FROM calendar_year y ORDER BY y.year DESC`,
  );
}
