import type { VisitState } from '../../../domain/visit/state';
import type { OfficerFacts } from '../../../services/queries/cases/visit-view';
import { notInspecting } from '../../../services/queries/registers/not-inspecting';
import { row, type FactsContext, type Row } from '../facts';
import { officerObstacles } from './officer-lines';

/** What keeps a visit from going on, with who is to do what: units that may not come, then officers who cannot. */
export async function visitObstacles(
  context: Pick<FactsContext, 't' | 'units' | 'world'>,
  state: VisitState,
  officers: readonly OfficerFacts[],
): Promise<Row[]> {
  const { t, units, world } = context;
  const named = (department: string) => ({ unit: units[department] ?? department });
  const over = state.stage === 'closed' || state.stage === 'cancelled';
  const results = over ? [] : Object.entries(state.results);
  const awaited = results.flatMap(([department, { stage, version }]) =>
    stage === 'awaitingVisit' && version === 0 ? [department] : [],
  );
  const gone = await notInspecting(world.dataSource, awaited);
  const released = results.filter(
    ([department, { stage }]) => stage === 'excused' && state.noticeOvertaken?.includes(department),
  );
  return row(t('pages:visit.obstacles'), [
    ...gone.map((department) =>
      t(department === state.lead ? 'pages:visit.leadGone' : 'pages:visit.unitGone', named(department)),
    ),
    ...released.map(([department]) => t('pages:visit.releasedNotice', named(department))),
    ...officerObstacles(context, state, officers),
  ]);
}

/** Departments that left the check before they recorded anything, each with the reason. */
export function excusedRow({ t, units }: Pick<FactsContext, 't' | 'units'>, { results }: VisitState): Row[] {
  return row(
    t('pages:visit.excused'),
    Object.entries(results).flatMap(([department, { excused }]) =>
      excused ? [t('pages:visit.excusedLine', { unit: units[department] ?? department, reason: excused.reason })] : [],
    ),
  );
}
