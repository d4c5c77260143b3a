import { nameSubstitute } from '../../../domain/visit/acts/name-substitute';
import type { VisitState } from '../../../domain/visit/state';
import { officersOf } from '../../../services/queries/cases/visit-view';
import { whoWasFirst } from '../../../services/queries/cases/who-was-first';
import { row, type FactsContext, type Row } from '../facts';

/** Who is to confirm already in the place of an officer, named by whom: whoever names another one knows whom they replace. */
export async function substituteRows(
  { t, world }: FactsContext,
  state: VisitState,
  department: string,
): Promise<Row[]> {
  const substitute = state.results[department]?.substitute;
  if (!substitute) return [];
  const [[officer], named] = await Promise.all([
    officersOf(world.dataSource, [substitute.officer]),
    whoWasFirst(world.dataSource, state.id, [nameSubstitute.name], department),
  ]);
  const words = {
    officer: officer?.name ?? substitute.officer,
    name: named?.by ?? t('cases:capacities.system'),
    at: named && world.views.texts.formatDateTime(named.at),
    reason: substitute.reason,
  };
  return row(t('pages:visit.substituteNamed'), t(`pages:visit.${named ? 'substituteLine' : 'substituteKnown'}`, words));
}
