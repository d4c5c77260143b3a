import type { DataSource } from 'typeorm';
import { literally } from '../like-pattern';
import type { Capacity } from '../../../domain/actor';

export interface AccountLine {
  id: string;
  version: number;
  username: string;
  name: string;
  department: string;
  capacities: Capacity[];
  active: boolean;
  mustChangePassword: boolean;
  lockedUntil: Date | null;
  inspector: string | null;
  demonstration: boolean;
}

const columns = `id, version, username, name, department, capacities, active, must_change_password AS "mustChangePassword",
  locked_until AS "lockedUntil", inspector_id AS inspector, demonstration`;

/** Accounts for the security administrator; nobody else may be shown them (permission `account.read`). */
export async function listAccounts(
  dataSource: DataSource,
  filter: { department?: string; text?: string },
): Promise<AccountLine[]> {
  const text = filter.text?.trim() ?? '';
  return dataSource.query(
    `SELECT ${columns} FROM account WHERE ($1::text IS NULL OR department = $1) AND ($2::text = '' OR username LIKE $2 || '%' OR name LIKE '%' || $2 || '%')
     ORDER BY department, username LIMIT 1000`,
    [filter.department ?? null, literally(text)],
  );
}
