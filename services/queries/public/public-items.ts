import { rowsOf, sql, words } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';

/** A version of an item of the list (一单) as the public reads it. */
export interface PublicItem {
  code: string;
  version: number;
  department: string;
  departmentName: string;
  name: string;
  category: string;
  itemClass: string | null;
  objectType: string;
  content: string | null;
  method: string | null;
  ratio: string | null;
  level: string | null;
  basis: string | null;
  effectiveFrom: string;
  /** Whether it stands on the list now, in this version. */
  inForce: boolean;
}

const columns =
  words(`i.code, v.version, i.department, d.name AS "departmentName", v.name, v.category, v.item_class AS "itemClass",
  v.object_type AS "objectType", v.content, v.method, v.ratio_frequency AS ratio, v.level, v.basis,
  to_char(v.effective_from, 'YYYY-MM-DD') AS "effectiveFrom"`);
const from = words(
  'check_item i JOIN check_item_version v ON v.item_code = i.code JOIN department d ON d.code = i.department',
);
const onDay = (day: string) =>
  sql`(SELECT n.version FROM check_item_version n WHERE n.item_code = i.code AND n.effective_from <= ${day}::date ORDER BY n.effective_from DESC, n.version DESC LIMIT 1)`;

/** Items on the list on a day that may be checked jointly, by department. */
export async function publicItems(database: Queryable, day: string): Promise<PublicItem[]> {
  return rowsOf(
    database,
    sql`SELECT ${columns}, TRUE AS "inForce" FROM ${from} WHERE i.active AND v.joint_applies AND v.version = ${onDay(day)} ORDER BY i.department, i.code`,
  );
}

/**
 * One item: the version asked for, else the one in force, else the last.
 * @returns nothing for an item or a version that there never was
 */
export async function publicItem(
  database: Queryable,
  asked: { code: string; version?: number; day: string },
): Promise<PublicItem | undefined> {
  const version = asked.version === undefined ? sql`TRUE` : sql`v.version = ${asked.version}`;
  const [row] = await rowsOf<PublicItem>(
    database,
    sql`SELECT ${columns}, (i.active AND v.version = ${onDay(asked.day)}) AS "inForce" FROM ${from}
      WHERE i.code = ${asked.code} AND ${version} ORDER BY (i.active AND v.version = ${onDay(asked.day)}) DESC NULLS LAST, v.version DESC LIMIT 1`,
  );
  return row;
}

/** Names of versions of items as `code version`, so that what was decided under one keeps its name. */
export async function namesOfVersions(
  database: Queryable,
  items: readonly { code: string; version: number }[],
): Promise<Record<string, string>> {
  const rows = await rowsOf<{ key: string; name: string }>(
    database,
    sql`SELECT asked.code || ' ' || asked.version AS key, v.name FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS asked(code text, version int)
      JOIN check_item_version v ON v.item_code = asked.code AND v.version = asked.version`,
  );
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]));
}
