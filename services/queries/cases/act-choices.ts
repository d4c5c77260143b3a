import type { DataSource } from 'typeorm';
import { readSetting } from '../registers/read-setting';

/** Officers of a department who could confirm: on duty, with the names a leader knows them by. */
export async function officerChoices(
  dataSource: DataSource,
  department: string,
): Promise<{ id: string; name: string; staffNo: string }[]> {
  return dataSource.query(
    `SELECT id, name, staff_no AS "staffNo" FROM inspector WHERE department = $1 AND duty_status = 'onDuty' ORDER BY staff_no`,
    [department],
  );
}

/** Standing authorisations kept in the settings. */
export async function authorisationChoices(
  dataSource: DataSource,
  on: string,
): Promise<{ id: string; document: string; scope: string }[]> {
  return readSetting(dataSource.manager, 'decision.authorisations', on);
}

/** A department's items of a check with their names, in the version that the check runs under. */
export async function checkItemChoices(
  dataSource: DataSource,
  check: string,
  department: string,
): Promise<{ code: string; name: string }[]> {
  return dataSource.query(
    `SELECT item.code, v.name FROM official_case c, jsonb_to_recordset(c.state->'items') AS item(code text, version int, department text)
     JOIN check_item_version v ON v.item_code = item.code AND v.version = item.version
     WHERE c.id = $1 AND item.department = $2 ORDER BY item.code`,
    [check, department],
  );
}
