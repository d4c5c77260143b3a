import type { Act } from '../../../domain/act';
import { processes } from '../../../domain/processes';
import type { CaseView } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { actAddress } from '../../paths';
import { capacityFor, type Person } from '../../person';

/** Obstacles that say only that the act is not this person's, or not one of this stage. */
const passedOver = new Set(['NOT_ENTITLED', 'WRONG_STAGE', 'CASE_CLOSED', 'NOT_ASSIGNED', 'ENTERED_BY_OTHER']);

/** What this person may do on a case now; acts of their capacity that a rule stands against are explained. */
export function caseActs(world: AppWorld, person: Person, view: CaseView) {
  const { t, marks } = world.views.texts;
  const process = processes[view.kind];
  const judged = process.acts
    .filter((act) => !act.byClock && !act.opens)
    .map((act) => ({ act, obstacle: capacityFor(person, process, act, view.state).obstacle }));
  return {
    open: judged.filter(({ obstacle }) => !obstacle).map(({ act }) => button(act)),
    refused: judged
      .filter(({ obstacle }) => obstacle && !passedOver.has(obstacle))
      .map(({ act, obstacle }) => ({
        act: t(`acts:${act.name}.button`),
        why: `${t(`problems:${obstacle}.what`)}${marks.comma}${t(`problems:${obstacle}.next`)}`,
      })),
  };

  function button(act: Act) {
    return { name: act.name, text: t(`acts:${act.name}.button`), href: actAddress(view.id, act.name) };
  }
}
