import { consultation } from '../../../domain/consultation/process';
import { checkVisits } from '../../../services/queries/cases/check-visits';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { partsOfKind } from '../../../services/queries/cases/parts-of-kind';
import { countOf } from '../../../services/queries/ordered-list';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { Person } from '../../person';
import type { OwnTab } from '../face';
import { objectsTab } from '../visit/visits-page';

/** The page of a check that tells of its consultations. */
export const consultationsOfCheck = consultation.kind;

/** 检查对象 once there are visits, 征求意见 once a round was opened. */
export async function jointCheckTabs(
  world: AppWorld,
  person: Person,
  { state }: CaseOf<'joint-check'>,
): Promise<OwnTab[]> {
  const { t } = world.views.texts;
  const { number } = state;
  // As many as the list has for this reader, those that were called off among them.
  const visits = state.draw ? await countOf(world.dataSource, checkVisits(person, state.id, {})) : 0;
  const objects = {
    name: objectsTab,
    text: t('pages:case.objects'),
    href: pathTo('visitsOfCheck', { number }),
    count: visits,
  };
  const rounds = state.round > 0 ? await partsOfKind(world.dataSource, person, state.id, consultation) : [];
  const consultations = {
    name: consultationsOfCheck,
    text: t('pages:case.consultations'),
    href: pathTo('consultationsOfCheck', { number }),
    count: rounds.length,
  };
  return [...(visits > 0 ? [objects] : []), ...(state.round > 0 ? [consultations] : [])];
}
