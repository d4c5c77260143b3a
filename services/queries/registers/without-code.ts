import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';

/** How many active objects of a scope have no credit code: no platform takes a record about them. */
export async function withoutCode(manager: Queryable, scope: Scope): Promise<number> {
  const rows = await rowsOf<{ count: number }>(
    manager,
    sql`SELECT count(*)::int AS count FROM check_object o WHERE o.status = 'active' AND o.uscc IS NULL AND ${scopeCondition(scope)}`,
  );
  return rows[0]?.count ?? 0;
}

export interface CodelessFirm {
  id: string;
  name: string;
  registrationNo: string | null;
  /** Open visits of it, and records that wait for its code. */
  visits: number;
  records: number;
}

/** Firms without a credit code that a unit is responsible for or checks, and whose results are or will be due at a platform. */
export async function codelessFirms(manager: Queryable, department: string): Promise<CodelessFirm[]> {
  return manager.query(
    `SELECT o.id, o.name, o.registration_no AS "registrationNo", count(DISTINCT c.id) FILTER (WHERE NOT c.closed)::int AS visits,
       count(DISTINCT m.id)::int AS records
     FROM check_object o JOIN official_case c ON c.subject_id = o.id
       LEFT JOIN outbox_message m ON m.subject_id = c.id AND m.state = 'parked'
     WHERE o.uscc IS NULL AND ($1 = ANY(o.responsible_departments) OR $1 = ANY(c.departments)) AND (NOT c.closed OR m.id IS NOT NULL)
     GROUP BY o.id ORDER BY records DESC, o.name, o.id`,
    [department],
  );
}
