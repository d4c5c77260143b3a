import type { DataSource } from 'typeorm';
import { normalForm } from '../../../domain/text/normal-form';
import { nameSays } from '../name-search';
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
  /** A system's account. */
  machine: boolean;
}

const columns = `id, version, username, name, department, capacities, active, must_change_password AS "mustChangePassword",
  locked_until AS "lockedUntil", inspector_id AS inspector, demonstration, machine`;

/** inspector-2 before inspector-10. */
const asPeopleCount = new Intl.Collator('zh-CN', { numeric: true });

/** Accounts, by unit and user name, for the security administrator; nobody else may be shown them (permission `account.read`). */
export async function listAccounts(
  dataSource: DataSource,
  filter: { department?: string; text?: string },
): Promise<AccountLine[]> {
  const text = filter.text?.trim() ?? '';
  const accounts: AccountLine[] = await dataSource.query(
    `SELECT ${columns} FROM account WHERE ($1::text IS NULL OR department = $1)`,
    [filter.department ?? null],
  );
  const typed = normalForm(text);
  return accounts
    .filter(({ username, name }) => normalForm(username).startsWith(typed) || nameSays(name, text))
    .sort(
      (one, other) =>
        asPeopleCount.compare(one.department, other.department) || asPeopleCount.compare(one.username, other.username),
    );
}
