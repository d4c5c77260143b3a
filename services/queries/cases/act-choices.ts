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
