import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { systemActor, type Capacity } from '../../domain/actor';
import { Refusal } from '../../domain/refusal';
import { appendEntry } from '../entries/append-entry';
import { hashPassword, passwordFits, passwordIsStrong } from './password';

/**
 * Changes the password of the person who is signed in.
 * @throws Refusal PASSWORD_WRONG, PASSWORD_TOO_WEAK
 */
export async function changePassword(
  dataSource: DataSource,
  change: { account: string; current: string; next: string; at: Date },
): Promise<void> {
  const rows: { username: string; department: string; capacities: Capacity[]; hash: string }[] = await dataSource.query(
    'SELECT username, department, capacities, password_hash AS hash FROM account WHERE id = $1 AND active',
    [change.account],
  );
  const account = rows[0];
  if (!account || !(await passwordFits(change.current, account.hash))) throw new Refusal('PASSWORD_WRONG');
  if (!passwordIsStrong(change.next, account.username) || change.next === change.current)
    throw new Refusal('PASSWORD_TOO_WEAK');
  const hash = await hashPassword(change.next);
  await dataSource.transaction(async (manager) => {
    await manager.query(
      'UPDATE account SET password_hash = $2, must_change_password = FALSE, version = version + 1 WHERE id = $1',
      [change.account, hash],
    );
    await appendEntry(manager, {
      act: 'account.changePassword',
      actor: {
        account: change.account,
        capacity: account.capacities[0] ?? systemActor.capacity,
        department: account.department,
      },
      at: change.at,
      subject: { kind: 'account', id: change.account },
      submission: randomUUID(),
    });
  });
}
