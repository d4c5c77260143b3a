import { showCase } from '../../../services/queries/cases/show-case';
import { toDo } from '../../../services/queries/cases/to-do';
import type { AppWorld } from '../../app-world';
import type { Notice } from '../../middleware/signed-in-person';
import { actAddress } from '../../paths';
import type { Person } from '../../person';
import { waitingParties } from './waiting-parties';

/** What a person is told beside “已办理”: who is next on the case, and the way to the next piece of the same work. */
export async function afterAct(
  world: AppWorld,
  person: Person,
  done: { act: string; caseId: string },
): Promise<Pick<Notice, 'text' | 'next'>> {
  const { t } = world.views.texts;
  const [view, tasks] = await Promise.all([
    showCase(world.dataSource, person, done.caseId),
    toDo(world.dataSource, person),
  ]);
  const [party] = view ? await waitingParties(world, person, view, undefined) : [];
  const same = tasks.filter(({ act }) => act === done.act);
  const left = same.reduce((sum, { cases }) => sum + cases, 0);
  return {
    text: party && t('pages:case.nextHolder', { who: `${party.unit} ${party.role}`, what: party.what }),
    next:
      same[0] && left > 0
        ? { text: t('pages:case.nextSame', { count: left }), href: actAddress(same[0].caseId, done.act) }
        : undefined,
  };
}
