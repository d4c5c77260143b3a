import { codelessFirms, codelessOthers } from '../../../services/queries/registers/without-code';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { Person } from '../../person';
import { registerActor } from './register-actor';

/** More than these are looked at in the register. */
const atMost = 20;

/** Rows of 待办 for firms that are checked and have no credit code: nothing about them can be reported without it. */
export async function codeTasks(world: AppWorld, person: Person) {
  const { t } = world.views.texts;
  if (!registerActor(person, 'object.edit')) return [];
  const [firms, others] = await Promise.all([
    codelessFirms(world.dataSource, person.department),
    codelessOthers(world.dataSource, person.department),
  ]);
  const rows = firms.slice(0, atMost).map(({ id, name, visits, records }) => ({
    cells: [
      { text: t('registers:object.codeTask'), href: pathTo('object', { id }) },
      { text: name, hint: t('registers:object.codeTaskHint', { visits, records }) },
      {},
      records > 0 ? { tag: { text: t('registers:object.recordsWait', { records }), status: 'attention' } } : {},
    ],
  }));
  const rest = firms.length - Math.min(firms.length, atMost) + others;
  if (rest === 0) return rows;
  const href = pathTo('objects', { code: 'none', status: 'active' });
  const [task, more] = [t('registers:object.codeTask'), t('registers:object.codeTaskMore', { count: rest })];
  return [...rows, { cells: [{ text: task, href }, { text: more }, {}, {}] }];
}
