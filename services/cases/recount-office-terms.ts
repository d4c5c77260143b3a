import type { DataSource } from 'typeorm';
import { dueDay } from '../facts/due-day';

interface OfficeTerm {
  from: string;
  days: number;
}

/**
 * Counts the terms that the office gives by the calendars of today, M30: after one was published or amended, and for waits
 * from before every wait had a term. What it counts again it counts to the same days.
 * @returns how many waits have another day now
 */
export async function recountOfficeTerms(dataSource: DataSource): Promise<number> {
  const terms: OfficeTerm[] = await dataSource.query(
    `SELECT DISTINCT to_char(since AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS from, office_days AS days
     FROM case_waiting WHERE office_days IS NOT NULL`,
  );
  const counted = [];
  for (const { from, days } of terms) {
    const due = await dueDay(dataSource, from, days);
    counted.push({ from, days, ...('date' in due ? { due: due.date } : { year: due.pendingYear }) });
  }
  const [moved] = (await dataSource.query(
    `WITH counted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS t("from" date, days integer, due date, year integer)
     ), moved AS (
       UPDATE case_waiting w SET due = t.due, pending_year = t.year FROM counted t
       WHERE w.office_days = t.days AND (w.since AT TIME ZONE 'Asia/Shanghai')::date = t."from"
         AND (w.due IS DISTINCT FROM t.due OR w.pending_year IS DISTINCT FROM t.year)
       RETURNING w.id, w.case_id, w.due
     ), cases AS (
       -- A statement sees the rows as they were: what moved counts by its new day, the rest by its own.
       UPDATE official_case c SET due = (SELECT min(CASE WHEN m.id IS NULL THEN w.due ELSE m.due END)
         FROM case_waiting w LEFT JOIN moved m ON m.id = w.id WHERE w.case_id = c.id)
       WHERE c.id IN (SELECT case_id FROM moved)
     ) SELECT count(*)::int AS moved FROM moved`,
    [JSON.stringify(counted)],
  )) as { moved: number }[];
  return moved?.moved ?? 0;
}

/** Whether a wait stands whose day nobody has counted yet. */
export async function hasUncountedTerms(dataSource: DataSource): Promise<boolean> {
  const rows: unknown[] = await dataSource.query(
    'SELECT 1 FROM case_waiting WHERE office_days IS NOT NULL AND due IS NULL AND pending_year IS NULL LIMIT 1',
  );
  return rows.length > 0;
}
