import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql, words } from '../../../db/sql';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';

/** Kinds of objects of which one name at one address is one firm; of products and projects it is not. */
const firms = `('enterprise', 'individualBusiness', 'cooperative', 'representativeOffice', 'unlicensed', 'nonEnterpriseUnit')`;

/** What all records of one firm have in common; two firms have it in common only where a person has told them apart (`toldApart`). */
export const firmOf = (object: string): string =>
  `CASE WHEN ${object}.address_key <> '' AND ${object}.kind IN ${firms} THEN ${object}.name_key || '|' || ${object}.address_key ELSE ${object}.id::text END`;

/** Whether a person has said of objects `a` and `b` that they are two firms. */
export const toldApart = (a: string, b: string): string =>
  `(${b}.id = ANY(${a}.different_from) OR ${a}.id = ANY(${b}.different_from))`;

/** Whether objects `a` and `b` have the name and address of one firm, and nobody has told them apart. */
const alike = (a: string, b: string): string =>
  `(${a}.name_key = ${b}.name_key AND ${a}.address_key = ${b}.address_key AND ${a}.address_key <> '' AND ${a}.kind IN ${firms} AND ${b}.kind IN ${firms} AND NOT ${toldApart(a, b)})`;

/** Whether objects `a` and `b` are two records of one firm: the same name and address in normal form, both in business, neither closed as a second record. */
const twins = (a: string, b: string): string =>
  `(${a}.id <> ${b}.id AND ${alike(a, b)} AND ${a}.status = 'active' AND ${b}.status = 'active' AND ${a}.same_as IS NULL AND ${b}.same_as IS NULL)`;

/** Whether what is said of object `a` holds of object `b`: the same record, records of which one was closed as the other's second, or two of the same name and address. */
export const sameFirm = (a: string, b: string): string =>
  `(COALESCE(${a}.same_as, ${a}.id) = COALESCE(${b}.same_as, ${b}.id) OR ${alike(a, b)})`;

/** The ids of all records of the firm of object `o`, its own among them, as rows `id`; what `sameFirm` says, by indexes. */
export const recordsOf = (o: string): string =>
  `(SELECT ${o}.id UNION SELECT ${o}.same_as WHERE ${o}.same_as IS NOT NULL
    UNION SELECT s.id FROM check_object s WHERE s.same_as = COALESCE(${o}.same_as, ${o}.id)
    UNION SELECT s.id FROM check_object s WHERE ${alike('s', o)})`;

/** Pairs of the objects of two relations with all columns of `check_object` that are one firm, as `sameFirm`, but each way by equal values, which large sets need. */
export const firmsInBoth = (a: string, b: string): string =>
  `(SELECT a.id AS a, b.id AS b FROM ${a} a JOIN ${b} b ON COALESCE(a.same_as, a.id) = COALESCE(b.same_as, b.id)
    UNION SELECT a.id, b.id FROM ${a} a JOIN ${b} b ON ${alike('a', 'b')})`;

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

/** Records of the same name and address of which was said that they are other firms than an object, and whether it was said on the object itself. */
export async function toldApartFrom(manager: Queryable, object: string): Promise<(FirmRecord & { here: boolean })[]> {
  return manager.query(
    `SELECT k.id, k.name, COALESCE(k.uscc, k.registration_no) AS code, k.id = ANY(o.different_from) AS here
     FROM check_object o JOIN check_object k ON k.id = ANY(o.different_from) OR k.different_from @> ARRAY[o.id]
     WHERE o.id::text = $1 ORDER BY k.name, k.id`,
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

/** The register's other records of the firms that a file brings, by number of the row; none that was told apart from the row's own record. */
export async function twinsOfRows(
  manager: Queryable,
  rows: readonly { row: number; code: string; nameKey: string; addressKey: string }[],
): Promise<{ row: number; name: string; code: string }[]> {
  return rowsOf(
    manager,
    sql`SELECT f.row, o.name, COALESCE(o.uscc, o.registration_no) AS code
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f(row int, code text, "nameKey" text, "addressKey" text)
        JOIN check_object o ON o.name_key = f."nameKey" AND o.address_key = f."addressKey"
      WHERE f."addressKey" <> '' AND o.status = 'active' AND o.same_as IS NULL AND o.kind IN ${words(firms)} AND o.uscc IS DISTINCT FROM f.code AND o.registration_no IS DISTINCT FROM f.code
        AND NOT EXISTS (SELECT 1 FROM check_object own WHERE (own.uscc = f.code OR own.registration_no = f.code) AND ${words(toldApart('own', 'o'))})
      ORDER BY f.row, code`,
  );
}
