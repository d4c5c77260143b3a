import { openRecusals } from '../../../services/queries/registers/open-recusals';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import type { Person } from '../../person';
import { registerActor } from './register-actor';

/** More than these are looked at in the register. */
const atMost = 20;

/** Rows of 待办 for names among recusals of the person's own unit that told no firm: until they are resolved the officer is in no pool. */
export async function recusalTasks(world: AppWorld, person: Person) {
  const { t, formatDateTime, marks } = world.views.texts;
  if (!registerActor(person, 'inspector.edit')) return [];
  const open = await openRecusals(world.dataSource, [person.department]);
  const rows = open.slice(0, atMost).map(({ id, inspector, officer, staffNo, given, cause, since }) => ({
    cells: [
      { text: t('registers:inspector.resolveTask'), href: pathTo('inspectorRecusal', { id: inspector, recusal: id }) },
      {
        text: `${officer}${marks.brackets(staffNo)}`,
        hint: `${given}${marks.colon}${t(`registers:inspector.openCauses.${cause}`)}`,
      },
      {},
      {
        tag: {
          text: t('registers:inspector.heldOutSince', { at: formatDateTime(since) }),
          status: 'attention',
        },
      },
    ],
  }));
  if (open.length <= atMost) return rows;
  const more = t('registers:inspector.resolveMore', { count: open.length - atMost });
  return [...rows, { cells: [{ text: more, href: paths.inspectors }, {}, {}, {}] }];
}
