import { rowsOf, sql } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';

/** An item in the version that the check took up: what is to be looked at, how, and by which rule. */
export interface ItemToCheck {
  code: string;
  version: number;
  name: string;
  objects: string;
  content: string | null;
  method: string | null;
  basis: string | null;
}

/** The items that a department has to look at in a check, by code. */
export async function itemsToCheck(database: Queryable, check: string, department: string): Promise<ItemToCheck[]> {
  return rowsOf(
    database,
    sql`SELECT item.code, item.version, v.name, v.object_type AS objects, v.content, v.method, v.basis
      FROM official_case c, jsonb_to_recordset(c.state->'items') AS item(code text, version int, department text)
        JOIN check_item_version v ON v.item_code = item.code AND v.version = item.version
      WHERE c.id = ${check} AND item.department = ${department} ORDER BY item.code`,
  );
}
