import type { Queryable } from '../../db/queryable';
import { rowsOf, sql, words, type Sql } from '../../db/sql';
import type { Scheme } from '../../domain/joint-check/scheme';
import { certifiedOn, recusalOpen } from '../queries/registers/inspector-availability';
import { firmOf, toldApart } from '../queries/registers/twins';
import { scopeCondition } from './scope-condition';
import { toBeMade } from '../queries/cases/visit-to-be-made';

export interface PoolObject {
  id: string;
  realId: string | null;
  /** Absent where the register has none. */
  riskClass: string | null;
  area: string | null;
  /** Why it is left out before the freeze; null where it stays in. */
  exclusion: string | null;
}

export interface PoolInspector {
  id: string;
  department: string;
  name: string;
  staffNo: string;
  qualifications: string[];
  exclusion: string | null;
}

/**
 * Objects of the scheme's scope with the reason for each that is left out: struck off, without an identity, without a
 * class where the scheme draws by classes alone, or with a visit of another check still to be made, be it opened already
 * or only drawn. A firm that was visited and whose disposition is open stays in. Of two records of one
 * firm one stays in, and none where another of them is still to be visited.
 */
export async function poolObjects(manager: Queryable, scheme: Scheme, check: string): Promise<PoolObject[]> {
  return rowsOf<PoolObject>(manager, objectsOfPool(scheme, check));
}

/** The statement of `poolObjects`, for whoever counts its rows instead of reading them all. */
export function objectsOfPool(scheme: Scheme, check: string): Sql {
  const grades = scheme.strata.flatMap((stratum) => stratum.grade ?? []);
  const whole = scheme.strata.some((stratum) => stratum.all);
  const unclassified = whole || scheme.strata.some((stratum) => stratum.unclassified);
  return sql`WITH visited AS (
       SELECT r.object_id AS id FROM visit_result r WHERE r.check_id <> ${check} AND ${words(toBeMade('r'))}
       UNION SELECT b.object_id FROM official_case c JOIN official_case d ON d.parent_id = c.id AND d.kind = 'draw' AND d.stage IN ('drawn', 'opened')
         JOIN batch n ON n.number = d.number JOIN batch_object b ON b.pool = n.pool AND b.sequence IS NOT NULL
       WHERE c.kind = 'joint-check' AND c.stage IN ('approved', 'drawn') AND c.id <> ${check}
     ), busy AS (
       SELECT firm, array_agg(id) AS ids FROM (
         SELECT ${words(firmOf('v'))} AS firm, v.id FROM visited JOIN check_object v ON v.id = visited.id
         UNION SELECT ${words(firmOf('s'))}, s.id FROM visited JOIN check_object v ON v.id = visited.id JOIN check_object s ON s.id = v.same_as
       ) records GROUP BY firm
     ) SELECT id, "realId", "riskClass", area,
         CASE WHEN exclusion IS NULL AND EXISTS (${oneFirmOf('p.ahead', 'p')}) THEN 'twinRecord' ELSE exclusion END AS exclusion
     FROM (SELECT q.*, array_agg(id) OVER (PARTITION BY firm, exclusion IS NULL ORDER BY coded DESC, updated_at DESC, id
         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ahead FROM (
     SELECT o.id, o.different_from, COALESCE(o.uscc, o.kind || ':' || o.registration_no) AS "realId", o.risk_class AS "riskClass", o.division AS area,
       ${words(firmOf('o'))} AS firm, o.uscc IS NOT NULL AS coded, o.updated_at,
       CASE WHEN o.same_as IS NOT NULL THEN 'twinRecord'
            WHEN o.status <> 'active' THEN 'notActive'
            WHEN o.uscc IS NULL AND o.registration_no IS NULL THEN 'noIdentity'
            WHEN o.risk_class IS NULL AND NOT ${unclassified}::boolean THEN 'noClass'
            WHEN ${scheme.excludeOpenChecks}::boolean AND EXISTS (${oneFirmOf('busy.ids', 'o')}) THEN 'inOtherOpenCheck' END AS exclusion
     FROM check_object o LEFT JOIN busy ON busy.firm = ${words(firmOf('o'))} WHERE (${whole}::boolean OR o.risk_class = ANY(${grades}::text[]) OR o.risk_class IS NULL) AND ${scopeCondition(scheme.scope)}) q) p`;
}

/** Of records that have name and address in common with an object, those that nobody has told apart from it. */
const oneFirmOf = (records: string, object: string): Sql =>
  sql`SELECT 1 FROM unnest(${words(records)}) record JOIN check_object k ON k.id = record WHERE NOT ${words(toldApart('k', object))}`;

/** Officers of the departments with the reason for each that is left out: not on duty, without a certificate valid on the last day, or with a recusal that names no known firm. */
export async function poolInspectors(
  manager: Queryable,
  departments: string[],
  validOn: string,
): Promise<PoolInspector[]> {
  return manager.query(
    `SELECT i.id, i.department, i.name, i.staff_no AS "staffNo", i.qualifications,
       CASE WHEN i.duty_status <> 'onDuty' THEN 'notOnDuty'
            WHEN NOT ${certifiedOn(2)} THEN 'certificateExpired'
            WHEN ${recusalOpen} THEN 'recusalUnresolved' END AS exclusion
     FROM inspector i WHERE i.department = ANY($1::text[])`,
    [departments, validOn],
  );
}
