import type { Queryable } from '../../../db/queryable';
import { recordsOf } from '../../queries/registers/twins';
import { momentOfVisit } from './moment-of-visit';

/**
 * Which visit of each of its departments to its firm a visit is in the calendar year of its day, from 1. A visit
 * under another record of the firm counts, a joint visit once for each department that comes; what is not noticed or recorded yet,
 * and what was cancelled, does not count.
 * @returns by `<visit>/<department>`
 */
export async function visitsOfYear(db: Queryable, visits: readonly string[]): Promise<Map<string, number>> {
  const rows: { visit: string; department: string; nth: number }[] = await db.query(
    `WITH asked AS (
       SELECT c.id, c.subject_id AS firm, left(COALESCE(c.state ->> 'date', c.state ->> 'windowFrom'), 4) AS year, COALESCE(${momentOfVisit('c.id')}, now()) AS at
       FROM official_case c WHERE c.id = ANY($1::text[])),
     others AS (
       SELECT f.asked, c.id, left(COALESCE(c.state ->> 'date', c.state ->> 'windowFrom'), 4) AS year, ${momentOfVisit('c.id')} AS at
       FROM (SELECT a.id AS asked, record.id FROM asked a JOIN check_object o ON o.id = a.firm CROSS JOIN LATERAL ${recordsOf('o')} record) f
         JOIN official_case c ON c.subject_id = f.id WHERE c.kind = 'visit' AND c.stage <> 'cancelled')
     SELECT asked.id AS visit, r.department, 1 + (SELECT count(*) FROM others o JOIN visit_result of ON of.visit_id = o.id AND of.department = r.department
       WHERE o.asked = asked.id AND o.id <> asked.id AND o.year = asked.year AND (o.at, o.id) < (asked.at, asked.id))::int AS nth
     FROM asked JOIN visit_result r ON r.visit_id = asked.id`,
    [[...new Set(visits)]],
  );
  return new Map(rows.map(({ visit, department, nth }) => [`${visit}/${department}`, nth]));
}
