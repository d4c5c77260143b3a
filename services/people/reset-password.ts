import type { DataSource } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { changeRow } from '../registers/change-row';
import { hashPassword, passwordIsStrong } from './password';
import type { RowCommand, RowOutcome } from '../registers/register-command';
import { registers } from '../registers/register-row';

/**
 * Gives an account a first password again, unlocks it and asks for a change at the next sign-in; the security administrator's part.
 * @throws Refusal NOT_ENTITLED, OWN_ACCOUNT, MACHINE_ACCOUNT, PASSWORD_TOO_WEAK and those of changeRow
 */
export async function resetPassword(
  dataSource: DataSource,
  command: RowCommand & { password: string },
): Promise<RowOutcome> {
  requireRegisterAct('account.change', command.actor);
  if (command.id === command.actor.account) throw new Refusal('OWN_ACCOUNT');
  const hash = await hashPassword(command.password);
  return changeRow(dataSource, registers.account, command, {
    act: 'account.resetPassword',
    cause: 'passwordReset',
    decide(row) {
      if (row.machine) throw new Refusal('MACHINE_ACCOUNT');
      if (!passwordIsStrong(command.password, row.username as string)) throw new Refusal('PASSWORD_TOO_WEAK');
      return { password_hash: hash, must_change_password: true, failed_attempts: 0, locked_until: null };
    },
  });
}
