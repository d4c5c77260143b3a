import { propose } from '../../../domain/joint-check/acts/propose';
import { participantsOf, type JointCheckState } from '../../../domain/joint-check/state';
import { checkCounts } from '../../../services/queries/cases/check-counts';
import { itemNamesOf } from '../../../services/queries/cases/visit-view';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { pathTo } from '../../paths';
import { extensionAsked } from './extension-asked';
import { basisRow } from './basis-row';
import { row, type CaseFacts, type FactsContext, type Table } from '../facts';
import { decisionRows } from './decision-rows';
import { scopeLines } from './scope-lines';
import { strataLines } from './strata-lines';

/** The scheme, the participants' answers, the decision, and how far the check is. */
export async function jointCheckFacts(context: FactsContext, { state }: CaseOf<'joint-check'>): Promise<CaseFacts> {
  const { marks, formatDate } = context.world.views.texts;
  const { t, units } = context;
  const { scheme } = state;
  const counts = state.draw ? await checkCounts(context.world.dataSource, state.id) : undefined;
  return {
    rows: [
      ...row(t('pages:check.lead'), units[state.lead]),
      ...row(
        t('pages:check.participants'),
        participantsOf(state)
          .map((code) => units[code] ?? code)
          .join(marks.list),
      ),
      ...row(t('pages:check.purpose'), scheme.purpose),
      ...row(
        t('pages:check.window'),
        t('pages:check.windowValue', { from: formatDate(scheme.windowFrom), to: formatDate(scheme.windowTo) }),
      ),
      ...extensionAsked(context, state),
      ...row(
        t('pages:check.extensions'),
        state.extensions.map(({ from, to, reason }) =>
          t('pages:check.extensionValue', { from: formatDate(from), to: formatDate(to), reason }),
        ),
      ),
      ...state.extensions.flatMap(({ to, basis }) =>
        basisRow(context, basis, t('pages:check.extensionBasis', { to: formatDate(to) })),
      ),
      ...row(
        t('pages:check.released'),
        state.released?.map(({ department, reason }) =>
          t('pages:visit.excusedLine', { unit: units[department] ?? department, reason }),
        ),
      ),
      ...row(t('pages:check.scope'), (await scopeLines(context.world))(scheme.scope)),
      ...row(t('pages:check.strata'), strataLines(t, scheme)),
      ...row(t('pages:check.perTrip'), String(scheme.objectsPerTrip)),
      ...row(t('pages:check.unannounced'), scheme.unannouncedBasis),
      ...row(t('pages:check.openAtOnce'), t(scheme.openAtOnce ? 'pages:check.atOnce' : 'pages:check.afterVisits')),
      ...row(t('pages:check.silence'), t(`cases:silence.${state.silence}`)),
      ...row(
        t('pages:check.progress'),
        counts && t('pages:check.progressValue', { ...counts, open: counts.awaitingPublication }),
      ),
      ...decisionRows(context, state),
      ...row(t('pages:check.ending'), state.ending?.reason),
      ...basisRow(context, state.ending?.basis, t('pages:check.endingBasis')),
    ],
    tables: [await taskTable(context, state)],
    records: [],
    links: context.person.capacities.includes('departmentHandler')
      ? [
          {
            text: t('pages:proposal.copyThis'),
            href: pathTo('caseNew', { act: propose.name, copy: state.number }),
          },
        ]
      : [],
  };
}

async function taskTable({ t, units, world }: FactsContext, state: JointCheckState): Promise<Table> {
  const { marks } = world.views.texts;
  const names = await itemNamesOf(
    world.dataSource,
    state.id,
    state.items.map((item) => item.code),
  );
  return {
    id: 'tasks',
    caption: t('pages:check.tasks'),
    stacked: true,
    columns: [
      { text: t('pages:check.department') },
      { text: t('pages:check.items') },
      { text: t('pages:check.officers'), kind: 'number' },
      { text: t('pages:check.qualifications') },
    ],
    rows: state.scheme.tasks.map((task) => ({
      cells: [
        { text: units[task.department] ?? task.department },
        { lines: task.items.map((code) => names[code] ?? code) },
        { text: String(task.officers) },
        { text: task.qualifications.join(marks.list) },
      ],
    })),
  };
}
