import type { Queryable } from '../../../db/queryable';

/** An item of a check of which the list says another thing now than when the check took it up. */
export interface ChangedItem {
  code: string;
  department: string;
  /** As the check names it. */
  name: string;
  /** The day from which it holds. */
  on: string;
  /** `abolished`, or how the newest version in force came about. */
  cause: string;
}

/** Items of a check that were abolished or got another version by a day, by department and code. */
export async function itemsChanged(manager: Queryable, check: string, day: string): Promise<ChangedItem[]> {
  return manager.query(
    `SELECT item.code, item.department, v.name, to_char(n.effective_from, 'YYYY-MM-DD') AS "on", n.cause
     FROM official_case c, jsonb_to_recordset(c.state->'items') AS item(code text, version int, department text)
       JOIN check_item_version v ON v.item_code = item.code AND v.version = item.version
       JOIN LATERAL (SELECT n.effective_from, n.cause FROM check_item_version n
         WHERE n.item_code = item.code AND n.version > item.version AND n.effective_from <= $2::date
         ORDER BY n.cause = 'abolished' DESC, n.version DESC LIMIT 1) n ON TRUE
     WHERE c.id = $1 ORDER BY item.department, item.code`,
    [check, day],
  );
}
