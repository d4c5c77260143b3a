import type { DrawState } from '../../../domain/draw/state';
import { setDate } from '../../../domain/visit/acts/set-date';
import { visit } from '../../../domain/visit/process';
import { manyCases } from '../../../services/queries/cases/many-cases';
import { pathTo } from '../../paths';
import type { FactsContext, Link } from '../facts';

/** 去安排检查: to the visits that wait for this person's date. */
export async function arrangeLink({ world, person, t }: FactsContext, state: DrawState): Promise<Link | undefined> {
  const within = state.checkNumber;
  const { total } = await manyCases(world.dataSource, person, { act: setDate.name, kind: visit.kind }, { within });
  return total > 0
    ? { text: t('pages:draw.arrange', { count: total }), href: pathTo('manyActs', { act: setDate.name, within }) }
    : undefined;
}
