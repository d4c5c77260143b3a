import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql, words } from '../../../db/sql';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';

/** Kinds of objects of which one name at one address is one firm; of products and projects it is not. */
const firms = `('enterprise', 'individualBusiness', 'cooperative', 'representativeOffice', 'unlicensed', 'nonEnterpriseUnit')`;

/** What all records of one firm have in common, and nothing else has. */
export const firmOf = (object: string): string =>
  `CASE WHEN ${object}.address_key <> '' AND ${object}.kind IN ${firms} THEN ${object}.name_key || '|' || ${object}.address_key ELSE ${object}.id::text END`;

/** Whether objects `a` and `b` have the name and address of one firm. */
const alike = (a: string, b: string): string =>
  `(${a}.name_key = ${b}.name_key AND ${a}.address_key = ${b}.address_key AND ${a}.address_key <> '' AND ${a}.kind IN ${firms} AND ${b}.kind IN ${firms})`;

/** Whether objects `a` and `b` are two records of one firm: the same name and address in normal form, both in business, neither closed as a second record. */
const twins = (a: string, b: string): string =>
  `(${a}.id <> ${b}.id AND ${alike(a, b)} AND ${a}.status = 'active' AND ${b}.status = 'active' AND ${a}.same_as IS NULL AND ${b}.same_as IS NULL)`;

/** Whether what is said of object `a` holds of object `b`: the same record, records of which one was closed as the other's second, or two of the same name and address. */
export const sameFirm = (a: string, b: string): string =>
  `(COALESCE(${a}.same_as, ${a}.id) = COALESCE(${b}.same_as, ${b}.id) OR ${alike(a, b)})`;

/** Who keeps away from which object, by whatever record of the firm it was said; pairs of `recusal` in SQL, each once. */
export const recusedPairs = `(SELECT inspector_id, object_id FROM recusal
  UNION SELECT r.inspector_id, o.same_as FROM recusal r JOIN check_object o ON o.id = r.object_id WHERE o.same_as IS NOT NULL
  UNION SELECT r.inspector_id, k.id FROM recusal r JOIN check_object o ON o.id = r.object_id JOIN check_object k ON ${alike('k', 'o')})`;

export interface FirmRecord {
  id: string;
  name: string;
  code: string | null;
}

/** The other records that could be the same firm as an object: those alike in business, and the one that it was closed for. */
export async function recordsOfFirm(manager: Queryable, object: string): Promise<FirmRecord[]> {
  return manager.query(
    `SELECT k.id, k.name, COALESCE(k.uscc, k.registration_no) AS code FROM check_object o
       JOIN check_object k ON ${twins('o', 'k')} OR (k.id = o.same_as)
     WHERE o.id::text = $1 ORDER BY k.uscc IS NULL, k.name, k.id`,
    [object],
  );
}

/** Records that were closed as second ones of an object. */
export async function closedFor(manager: Queryable, object: string): Promise<FirmRecord[]> {
  return manager.query(
    `SELECT id, name, COALESCE(uscc, registration_no) AS code FROM check_object WHERE same_as::text = $1 ORDER BY name, id`,
    [object],
  );
}

/** Whether object `b` goes before its twin `a`: the one with a credit code, the one changed last, the one with the lower id. */
const goesBefore = (b: string, a: string): string =>
  `((${b}.uscc IS NOT NULL)::int, ${b}.updated_at, ${a}.id) > ((${a}.uscc IS NOT NULL)::int, ${a}.updated_at, ${b}.id)`;

export interface Twin {
  id: string;
  name: string;
  code: string | null;
  /** The record that a draw would take. */
  keptName: string;
  keptCode: string | null;
}

/** Records within a scope of which another of the same firm is there, too; those that a draw leaves out, beside those it takes. */
export async function twinsInScope(manager: Queryable, scope: Scope, limit: number): Promise<Twin[]> {
  return rowsOf<Twin>(
    manager,
    sql`SELECT o.id, o.name, COALESCE(o.uscc, o.registration_no) AS code, k.name AS "keptName", COALESCE(k.uscc, k.registration_no) AS "keptCode"
      FROM check_object o JOIN LATERAL (SELECT k.* FROM check_object k WHERE ${words(twins('o', 'k'))} AND ${words(goesBefore('k', 'o'))} LIMIT 1) k ON TRUE
      WHERE ${scopeCondition(scope)} ORDER BY o.name, o.id LIMIT ${limit}`,
  );
}

/** The register's other records of the firms that a file brings, by number of the row. */
export async function twinsOfRows(
  manager: Queryable,
  rows: readonly { row: number; code: string; nameKey: string; addressKey: string }[],
): Promise<{ row: number; name: string; code: string }[]> {
  return rowsOf(
    manager,
    sql`SELECT f.row, o.name, COALESCE(o.uscc, o.registration_no) AS code
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f(row int, code text, "nameKey" text, "addressKey" text)
        JOIN check_object o ON o.name_key = f."nameKey" AND o.address_key = f."addressKey"
      WHERE f."addressKey" <> '' AND o.status = 'active' AND o.same_as IS NULL AND o.kind IN ${words(firms)} AND COALESCE(o.uscc, o.registration_no) <> f.code
      ORDER BY f.row, code`,
  );
}
