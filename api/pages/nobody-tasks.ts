import { waitingForNobody } from '../../services/queries/cases/waiting-for-nobody';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import { caseAddress, paths } from '../paths';
import type { Person } from '../person';
import { registerActor } from './registers/register-actor';

/** More than these are summed up. */
const atMost = 20;

/**
 * Rows of 待办 for work that waits for a unit where nobody can do it: the security administrator opens an account, who reads no
 * case; the unit that sent it or leads it is told, and goes to the case.
 */
export async function nobodyTasks(world: AppWorld, person: Person) {
  const { t } = world.views.texts;
  const opens = registerActor(person, 'account.create') !== undefined;
  const sends = person.capacities.some((one) => one === 'departmentHandler' || one === 'departmentLeader');
  if (!opens && !sends) return [];
  const waits = await waitingForNobody(world.dataSource.manager, opens ? {} : { asker: person.department });
  const units = await unitNames(world.dataSource);
  const rows = waits.slice(0, atMost).map(({ department, capacity, act, caseId, number, title, cases }) => {
    const who = t('pages:nobody.who', {
      unit: units[department] ?? department,
      capacity: t(`cases:capacities.${capacity}`),
    });
    const what = t('pages:nobody.what', { act: t(`acts:${act}.name`), count: cases });
    return {
      cells: [
        opens
          ? { text: t('pages:nobody.open'), href: paths.accountNew }
          : { text: t('pages:nobody.ask'), href: caseAddress(caseId) },
        { text: opens ? who : title, hint: opens ? what : `${who}\u3000${what}` },
        { text: opens ? '' : number },
        { tag: { text: t('pages:nobody.blocked'), status: 'attention' } },
      ],
    };
  });
  if (waits.length <= atMost) return rows;
  return [...rows, { cells: [{ text: t('pages:nobody.more', { count: waits.length - atMost }) }, {}, {}, {}] }];
}
