import type { DataSource } from 'typeorm';
import type { AccountLine } from './list-accounts';
import { registerHistory, type RegisterChangeLine } from './register-history';

export interface AccountView extends Omit<AccountLine, 'inspector' | 'demonstration'> {
  inspectorName: string | null;
  history: RegisterChangeLine[];
}

/** One account with its changes, for the security administrator (permission `account.read`). */
export async function showAccount(dataSource: DataSource, id: string): Promise<AccountView | undefined> {
  const rows: Omit<AccountView, 'history'>[] = await dataSource.query(
    `SELECT a.id, a.version, a.username, a.name, a.department, a.capacities, a.active, a.must_change_password AS "mustChangePassword",
       a.locked_until AS "lockedUntil", i.name AS "inspectorName", a.machine
     FROM account a LEFT JOIN inspector i ON i.id = a.inspector_id WHERE a.id::text = $1`,
    [id],
  );
  const found = rows[0];
  return found && { ...found, history: await registerHistory(dataSource, 'account', found.id) };
}

/** Inspectors who have no account yet, with their unit's code, for the form of a new account. */
export async function inspectorsWithoutAccount(
  dataSource: DataSource,
): Promise<{ id: string; name: string; department: string; staffNo: string }[]> {
  return dataSource.query(
    `SELECT i.id, i.name, i.department, i.staff_no AS "staffNo" FROM inspector i
     WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.inspector_id = i.id) ORDER BY i.department, i.staff_no`,
  );
}
