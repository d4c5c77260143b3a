import type { Queryable } from '../../db/queryable';
import type { FactAnswers } from '../../domain/facts';

/** Items with the version in force on a day; items that are not in force then are left out. */
export async function itemsInForce(manager: Queryable, codes: string[], on: string): Promise<FactAnswers['items']> {
  return manager.query(
    `SELECT DISTINCT ON (v.item_code) v.item_code AS code, v.version, i.department, v.name
     FROM check_item_version v JOIN check_item i ON i.code = v.item_code
     WHERE v.item_code = ANY($1::text[]) AND v.effective_from <= $2::date AND i.active
     ORDER BY v.item_code, v.effective_from DESC, v.version DESC`,
    [codes, on],
  );
}

/** A department's items of a check, with the version that the check runs under and the day from which one was abolished since. */
export async function checkItems(
  manager: Queryable,
  check: string,
  department: string,
): Promise<FactAnswers['checkItems']> {
  return manager.query(
    `SELECT item.code, item.version, (SELECT to_char(min(n.effective_from), 'YYYY-MM-DD') FROM check_item_version n
       WHERE n.item_code = item.code AND n.version > item.version AND n.cause = 'abolished') AS "abolishedOn"
     FROM official_case c, jsonb_to_recordset(c.state->'items') AS item(code text, version int, department text)
     WHERE c.id = $1 AND item.department = $2 ORDER BY item.code`,
    [check, department],
  );
}
