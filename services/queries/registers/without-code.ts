import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';
import type { Reader } from '../cases/may-read-case';
import { scopeFor } from './scope-for';

/**
 * How many active objects of a scope have no credit code: no platform takes a record about them.
 * @param reader who is told; where there is none, all are counted
 */
export async function withoutCode(manager: Queryable, scope: Scope, reader?: Reader): Promise<number> {
  const rows = await rowsOf<{ count: number }>(
    manager,
    sql`SELECT count(*)::int AS count FROM check_object o WHERE o.status = 'active' AND o.same_as IS NULL AND o.uscc IS NULL AND ${reader ? scopeFor(reader, scope) : scopeCondition(scope)}`,
  );
  return rows[0]?.count ?? 0;
}

/** Kinds that the registration authorities give a code; products, projects, behaviours and who has no licence have none. */
const codedKinds = `('enterprise', 'individualBusiness', 'cooperative', 'representativeOffice', 'nonEnterpriseUnit')`;

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
     WHERE o.uscc IS NULL AND o.same_as IS NULL AND ($1 = ANY(o.responsible_departments) OR $1 = ANY(c.departments)) AND (NOT c.closed OR m.id IS NOT NULL)
     GROUP BY o.id ORDER BY records DESC, o.name, o.id`,
    [department],
  );
}

/** How many firms in business that a unit is responsible for have no credit code, apart from those named by `codelessFirms`. */
export async function codelessOthers(manager: Queryable, department: string): Promise<number> {
  const rows: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM check_object o
     WHERE o.uscc IS NULL AND o.same_as IS NULL AND o.status = 'active' AND $1 = ANY(o.responsible_departments) AND o.kind IN ${codedKinds}
       AND NOT EXISTS (SELECT 1 FROM official_case c WHERE c.subject_id = o.id AND NOT c.closed)`,
    [department],
  );
  return rows[0]?.count ?? 0;
}

/** Firms of a loaded file without a credit code, so that whoever loaded it hears of it at once. */
export async function loadedWithoutCode(manager: Queryable, batch: string): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    `SELECT o.name FROM check_object o WHERE o.import_batch = $1 AND o.uscc IS NULL AND o.kind IN ${codedKinds} ORDER BY o.name, o.id`,
    [batch],
  );
  return rows.map(({ name }) => name);
}
