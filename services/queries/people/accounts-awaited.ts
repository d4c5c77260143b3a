import type { Queryable } from '../../../db/queryable';
import { accountOf } from './account-of';

/** An officer with visits still to be made who cannot sign in or is not on duty. */
export interface AwaitedAccount {
  inspector: string;
  name: string;
  staffNo: string;
  department: string;
  account: 'active' | 'disabled' | 'none';
  onDuty: boolean;
  visits: number;
}

/** Officers of open visits whose account is missing or disabled, or who are not on duty, those with the most visits first; of one unit where one is given. */
export async function accountsAwaited(manager: Queryable, department?: string): Promise<AwaitedAccount[]> {
  return manager.query(
    `SELECT i.id AS inspector, i.name, i.staff_no AS "staffNo", i.department, ${accountOf('i')} AS account, i.duty_status = 'onDuty' AS "onDuty", w.visits
     FROM (SELECT officer, count(DISTINCT case_id)::int AS visits FROM case_waiting
           WHERE officer IS NOT NULL AND ($1::text IS NULL OR department = $1) GROUP BY officer) w
       JOIN inspector i ON i.id = w.officer
     WHERE ${accountOf('i')} <> 'active' OR i.duty_status <> 'onDuty' ORDER BY w.visits DESC, i.department, i.staff_no`,
    [department ?? null],
  );
}

/** Officers of a loaded file who cannot sign in, so that whoever loaded it hears of it at once. */
export async function loadedWithoutAccount(
  manager: Queryable,
  batch: string,
): Promise<{ name: string; staffNo: string }[]> {
  return manager.query(
    `SELECT i.name, i.staff_no AS "staffNo" FROM inspector i
     WHERE i.import_batch = $1 AND i.duty_status = 'onDuty' AND ${accountOf('i')} <> 'active' ORDER BY i.staff_no`,
    [batch],
  );
}
