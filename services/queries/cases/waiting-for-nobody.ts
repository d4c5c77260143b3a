import type { Queryable } from '../../../db/queryable';

/** Work that waits for a capacity of a unit which no account holds that could sign in or act by a token. */
export interface WaitsForNobody {
  department: string;
  capacity: string;
  act: string;
  caseId: string;
  number: string;
  title: string;
  /** How many cases wait so, of which this is the one that has waited longest. */
  cases: number;
}

/**
 * What nobody can do, a line for each unit, capacity and act, the longest wait first. What waits for one officer by name is not in it
 * (`accountsAwaited`).
 * @param asker only cases that this unit wants done elsewhere: as their sender or lead, or the lead of what they are part of
 * @param caseId only one case
 */
export async function waitingForNobody(
  manager: Queryable,
  { asker, caseId }: { asker?: string; caseId?: string } = {},
): Promise<WaitsForNobody[]> {
  return manager.query(
    `WITH nobody AS (
       SELECT u.department, u.capacity FROM (SELECT DISTINCT department, capacity FROM case_waiting WHERE officer IS NULL) u
       WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.active AND a.department = u.department AND u.capacity = ANY(a.capacities))
     ), waits AS (
       SELECT w.department, w.capacity, w.act, c.id, c.number, COALESCE(o.name, c.title) AS title,
         count(*) OVER all_of AS cases, row_number() OVER (all_of ORDER BY w.since, c.id) AS place, w.since
       FROM nobody n JOIN case_waiting w ON w.officer IS NULL AND (w.department, w.capacity) = (n.department, n.capacity)
         JOIN official_case c ON c.id = w.case_id LEFT JOIN official_case p ON p.id = c.parent_id LEFT JOIN check_object o ON o.id = c.subject_id
       WHERE ($1::text IS NULL OR (w.department <> $1 AND $1 IN (c.lead_department, p.lead_department)))
         AND ($2::text IS NULL OR c.id = $2)
       WINDOW all_of AS (PARTITION BY w.department, w.capacity, w.act)
     ) SELECT department, capacity, act, id AS "caseId", number, title, cases::int FROM waits WHERE place = 1 ORDER BY since, id`,
    [asker ?? null, caseId ?? null],
  );
}
