import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import type { AccountCreation } from '../../domain/registers/account-edit';
import { requireCapacities, requireRegisterAct } from '../../domain/registers/permissions';
import { hashPassword, passwordIsStrong } from './password';
import { recordChange } from '../registers/record-change';
import type { RegisterCommand } from '../registers/register-command';
import { refuseTaken } from '../registers/register-row';
import { requireAccount } from './require-account';

/**
 * Opens an account whose first password must be changed, or a system's, which has none; the security administrator's part.
 * @returns the account's id; sent again with the same submission, the id of the account that it opened
 * @throws Refusal NOT_ENTITLED, PASSWORD_TOO_WEAK (or none), MACHINE_ACCOUNT (with a password or an officer), CODE_TAKEN (user name or inspector), DEPARTMENT_UNKNOWN, INSPECTOR_OF_OTHER_UNIT, CAPACITIES_*
 */
export async function createAccount(
  dataSource: DataSource,
  command: RegisterCommand & { values: AccountCreation },
): Promise<{ id: string; duplicate: boolean }> {
  const { actor, at, values } = command;
  requireRegisterAct('account.create', actor);
  requireCapacities(values.capacities, values.department);
  const machine = values.machine === true;
  const hash = await hashPassword(passwordOf(values));
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const earlier: { id: string }[] = await manager.query(
      `SELECT subject_id AS id FROM acts WHERE act = 'account.create' AND account = $1 AND submission = $2`,
      [actor.account, command.submission],
    );
    if (earlier[0]) return { id: earlier[0].id, duplicate: true };
    await requirePlace(manager, values);
    const id = randomUUID();
    await refuseTaken(
      manager.query(
        `INSERT INTO account (id, username, name, department, capacities, password_hash, must_change_password, machine, inspector_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, NOT $7::boolean, $7, $8, $9)`,
        [
          id,
          values.username,
          values.name,
          values.department,
          values.capacities,
          hash,
          machine,
          values.inspector ?? null,
          at,
        ],
      ),
    );
    const { password: _password, ...after } = values;
    await recordChange(manager, command, {
      register: 'account',
      id,
      version: 1,
      act: 'account.create',
      cause: 'created',
      after,
    });
    return { id, duplicate: false };
  });
}

/** The first password; of a system's account one that nobody knows. */
function passwordOf({ machine, password = '', inspector, username }: AccountCreation): string {
  if (machine) {
    if (password !== '' || inspector !== undefined) throw new Refusal('MACHINE_ACCOUNT');
    return randomBytes(32).toString('base64url');
  }
  if (!passwordIsStrong(password, username)) throw new Refusal('PASSWORD_TOO_WEAK');
  return password;
}

async function requirePlace(manager: EntityManager, values: AccountCreation): Promise<void> {
  const units: unknown[] = await manager.query('SELECT 1 FROM department WHERE code = $1', [values.department]);
  if (units.length === 0) throw new Refusal('DEPARTMENT_UNKNOWN', { code: values.department });
  if (values.inspector === undefined) {
    if (values.capacities.includes('inspector')) throw new Refusal('INSPECTOR_MISSING');
    return;
  }
  const officers: unknown[] = await manager.query('SELECT 1 FROM inspector WHERE id = $1 AND department = $2', [
    values.inspector,
    values.department,
  ]);
  if (officers.length === 0) throw new Refusal('INSPECTOR_OF_OTHER_UNIT', { inspector: values.inspector });
}
