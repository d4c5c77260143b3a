import type { Queryable } from '../../../db/queryable';
import { toBeMade } from './visit-to-be-made';

/** A unit that inspects no longer and still has parts of visits before it. */
export interface LeavingDepartment {
  department: string;
  check: string;
  number: string;
  title: string;
  lead: string;
  /** The check was ended; its visits of which something is recorded are still open. */
  ended: boolean;
  /** Visits of which it has recorded nothing. */
  visits: number;
}

/** Units that inspect no longer and still have parts of visits of checks that are under way or were ended, those with the most visits first; of one lead where it is given. */
export async function leavingDepartments(
  manager: Queryable,
  { lead }: { lead?: string } = {},
): Promise<LeavingDepartment[]> {
  return manager.query(
    `SELECT r.department, c.id AS "check", c.number, c.title, c.lead_department AS lead, c.stage = 'terminated' AS ended, count(*)::int AS visits
     FROM department d JOIN visit_result r ON r.department = d.code JOIN official_case c ON c.id = r.check_id
     WHERE NOT d.inspects AND c.stage IN ('underway', 'terminated') AND ${toBeMade('r')} AND ($1::text IS NULL OR c.lead_department = $1)
     GROUP BY r.department, c.id, c.number, c.title, c.lead_department, c.stage ORDER BY visits DESC, c.number, r.department`,
    [lead ?? null],
  );
}

/** How many parts of visits a unit has before it of which nothing is recorded, to be read before it is said to inspect no longer. */
export async function visitsBefore(manager: Queryable, department: string): Promise<number> {
  const rows: { visits: number }[] = await manager.query(
    `SELECT count(*)::int AS visits FROM visit_result r WHERE r.department = $1 AND ${toBeMade('r')}`,
    [department],
  );
  return rows[0]?.visits ?? 0;
}
