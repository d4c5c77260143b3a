import type { DataSource } from 'typeorm';

export interface CalendarYearView {
  year: number;
  source: string;
  publishedAt: Date;
  version: number;
  days: { date: string; kind: 'holiday' | 'swapped-workday'; name: string }[];
}

/** Every published year with the days that differ from their weekday, newest first. */
export async function showCalendar(dataSource: DataSource): Promise<CalendarYearView[]> {
  return dataSource.query(
    `SELECT y.year, y.source, y.published_at AS "publishedAt", y.version,
       coalesce((SELECT json_agg(json_build_object('date', d.date, 'kind', d.kind, 'name', d.name) ORDER BY d.date) FROM calendar_day d WHERE d.year = y.year), '[]') AS days
     FROM calendar_year y ORDER BY y.year DESC`,
  );
}
