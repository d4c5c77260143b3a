import { consultation } from '../../../domain/consultation/process';
import { checkCounts } from '../../../services/queries/cases/check-counts';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { OwnTab } from '../face';
import { objectsTab } from '../visit/visits-page';

/** The page of a check that tells of its consultations. */
export const consultationsOfCheck = consultation.kind;

/** 检查对象 once there are visits, 征求意见 once a round was opened. */
export async function jointCheckTabs(
  world: AppWorld,
  _person: unknown,
  { state }: CaseOf<'joint-check'>,
): Promise<OwnTab[]> {
  const { t } = world.views.texts;
  const { number } = state;
  const counts = state.draw ? await checkCounts(world.dataSource, state.id) : undefined;
  const objects = {
    name: objectsTab,
    text: t('pages:case.objects'),
    href: pathTo('visitsOfCheck', { number }),
    count: counts?.visits,
  };
  const consultations = {
    name: consultationsOfCheck,
    text: t('pages:case.consultations'),
    href: pathTo('consultationsOfCheck', { number }),
    count: state.round,
  };
  return [...(counts && counts.visits > 0 ? [objects] : []), ...(state.round > 0 ? [consultations] : [])];
}
