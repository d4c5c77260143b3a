import type { DataSource } from 'typeorm';
import type { Capacity } from '../../domain/actor';
import { Refusal } from '../../domain/refusal';
import type { AccountChange } from '../../domain/registers/account-edit';
import { requireCapacities, requireRegisterAct } from '../../domain/registers/permissions';
import { changeRow } from '../registers/change-row';
import { tasksOfAccount } from '../queries/people/tasks-of-account';
import { toColumns } from '../registers/column-names';
import type { RowCommand, RowOutcome } from '../registers/register-command';
import { registers } from '../registers/register-row';

/**
 * Changes name or capacities of an account, disables it or lets it in again; the security administrator's part, never on the own account.
 * Whoever is shut out, or loses a part of their work, is shut out for a reason that the history keeps. Tokens of a disabled
 * account stop with it.
 * @throws Refusal NOT_ENTITLED, OWN_ACCOUNT, REASON_NEEDED, ACCOUNT_HAS_TASKS, CAPACITIES_*, INSPECTOR_MISSING and those of changeRow
 */
export async function changeAccount(
  dataSource: DataSource,
  command: RowCommand & { values: AccountChange },
): Promise<RowOutcome> {
  const { actor } = command;
  const { despiteTasks, ...values } = command.values;
  return changeRow(dataSource, registers.account, command, {
    act: 'account.change',
    cause: values.active === false ? 'disabled' : 'amended',
    async decide(row, manager) {
      requireRegisterAct('account.change', actor);
      if (command.id === actor.account) throw new Refusal('OWN_ACCOUNT');
      if (values.capacities) {
        requireCapacities(values.capacities as Capacity[], row.department as string);
        if (values.capacities.includes('inspector') && row.inspector_id === null)
          throw new Refusal('INSPECTOR_MISSING');
      }
      const disables = values.active === false && row.active === true;
      const lost = disables || lacksOne(row.capacities as string[], values.capacities);
      if (lost && !command.reason) throw new Refusal('REASON_NEEDED', { field: 'reason' });
      const tasks = lost && !despiteTasks ? await tasksOfAccount(manager, command.id) : [];
      if (tasks.length > 0)
        throw new Refusal('ACCOUNT_HAS_TASKS', { count: tasks.length, cases: tasks.map(({ number }) => number) });
      return toColumns(values);
    },
  });
}

const lacksOne = (before: readonly string[], after: readonly string[] | undefined): boolean =>
  after !== undefined && before.some((capacity) => !after.includes(capacity));
