import { accountsAwaited } from '../../../services/queries/people/accounts-awaited';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { paths } from '../../paths';
import type { Person } from '../../person';
import { registerActor } from '../registers/register-actor';

/** More than these are looked at in the list of accounts. */
const atMost = 20;

/**
 * Rows of 待办 for officers of open visits who cannot go on: the security administrator opens or enables the account of who is
 * on duty, the leader of the unit is told whom it waits for, and whom to replace.
 */
export async function accountTasks(world: AppWorld, person: Person) {
  const { t, marks } = world.views.texts;
  const opens = registerActor(person, 'account.create') !== undefined;
  if (!opens && !person.capacities.includes('departmentLeader')) return [];
  const all = await accountsAwaited(world.dataSource, opens ? undefined : person.department);
  // Who has left needs no account: the leader has another officer sent.
  const awaited = opens ? all.filter(({ onDuty }) => onDuty) : all;
  const units = await unitNames(world.dataSource);
  const rows = awaited.slice(0, atMost).map(({ name, staffNo, department, account, onDuty, visits }) => ({
    cells: [
      {
        text: t(`accounts:awaited.${opens ? account : onDuty ? 'ask' : 'replace'}`),
        href: opens ? (account === 'none' ? paths.accountNew : paths.accounts) : undefined,
      },
      { text: `${name}${marks.brackets(staffNo)}`, hint: t('accounts:awaited.visits', { count: visits }) },
      { text: units[department] ?? department },
      { tag: { text: t('accounts:awaited.blocked'), status: 'attention' } },
    ],
  }));
  if (awaited.length <= atMost) return rows;
  const more = {
    text: t('accounts:awaited.more', { count: awaited.length - atMost }),
    href: opens ? paths.accounts : undefined,
  };
  return [...rows, { cells: [more, {}, {}, {}] }];
}
