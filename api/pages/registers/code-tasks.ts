import { codelessFirms } from '../../../services/queries/registers/without-code';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import type { Person } from '../../person';
import { registerActor } from './register-actor';

/** More than these are looked at in the register. */
const atMost = 20;

/** Rows of 待办 for firms that are checked and have no credit code: nothing about them can be reported without it. */
export async function codeTasks(world: AppWorld, person: Person) {
  const { t } = world.views.texts;
  if (!registerActor(person, 'object.edit')) return [];
  const firms = await codelessFirms(world.dataSource, person.department);
  const rows = firms.slice(0, atMost).map(({ id, name, visits, records }) => ({
    cells: [
      { text: t('registers:object.codeTask'), href: pathTo('object', { id }) },
      { text: name, hint: t('registers:object.codeTaskHint', { visits, records }) },
      {},
      records > 0 ? { tag: { text: t('registers:object.recordsWait', { records }), status: 'attention' } } : {},
    ],
  }));
  if (firms.length <= atMost) return rows;
  const more = t('registers:object.codeTaskMore', { count: firms.length - atMost });
  return [...rows, { cells: [{ text: more, href: paths.objects }, {}, {}, {}] }];
}
