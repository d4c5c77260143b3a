import { participantsOf, type JointCheckState } from '../../../domain/joint-check/state';
import type { ConsultationState } from '../../../domain/consultation/state';
import { consultation } from '../../../domain/consultation/process';
import { partsOfKind } from '../../../services/queries/cases/parts-of-kind';
import { checkCounts } from '../../../services/queries/cases/check-counts';
import { itemNames } from '../../../services/queries/cases/visit-view';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { pathTo } from '../../paths';
import { formatDate } from '../../views/format';
import { extensionAsked } from './extension-asked';
import { basisRow } from './basis-row';
import { row, type CaseFacts, type FactsContext, type Table } from '../facts';
import { decisionRows } from './decision-rows';
import { fileLinks } from '../file-links';
import { scopeLines } from './scope-lines';
import { strataLines } from './strata-lines';

/** The scheme, the participants' answers, the decision, and how far the check is. */
export async function jointCheckFacts(context: FactsContext, { state }: CaseOf<'joint-check'>): Promise<CaseFacts> {
  const { t, units } = context;
  const { scheme } = state;
  const counts = state.draw ? await checkCounts(context.world.dataSource, state.id) : undefined;
  const links =
    counts && counts.visits > 0
      ? [{ text: t('pages:check.visits'), href: pathTo('visitsOfCheck', { number: state.number }) }]
      : [];
  return {
    rows: [
      ...row(t('pages:check.lead'), units[state.lead]),
      ...row(
        t('pages:check.participants'),
        participantsOf(state)
          .map((code) => units[code] ?? code)
          .join('、'),
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
    tables: [await taskTable(context, state), ...(state.round > 0 ? [await answerTable(context, state)] : [])],
    records: [],
    links,
  };
}

async function taskTable({ t, units, world }: FactsContext, state: JointCheckState): Promise<Table> {
  const names = await itemNames(
    world.dataSource,
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
        { text: task.qualifications.join('、') },
      ],
    })),
  };
}

async function answerTable(context: FactsContext, state: JointCheckState): Promise<Table> {
  const { t, units, world, person } = context;
  const files = answerFiles(await partsOfKind(world.dataSource, person, state.id, consultation));
  const column = files.length > 0 ? [{ text: t('pages:case.attachments') }] : [];
  const links = await fileLinks(
    context,
    files.flatMap((answer) => answer.attachments),
  );
  return {
    id: 'answers',
    caption: t('pages:case.answers'),
    stacked: true,
    columns: [
      { text: t('pages:check.department') },
      { text: t('pages:check.answer') },
      { text: t('pages:check.round'), kind: 'number' },
      { text: t('pages:check.reasons') },
      ...column,
    ],
    rows: participantsOf(state).map((department) => {
      const answer = state.answers[department];
      const status = answer?.verdict === 'object' && answer.ended ? 'superseded' : (answer?.verdict ?? 'pending');
      const text = answer ? t(`cases:verdicts.${answer.verdict}`) : t('pages:check.noAnswer');
      const notes = [
        answer?.reasons,
        answer?.deemed ? t('pages:check.deemed') : undefined,
        answer?.ended && t(`pages:check.ended.${answer.ended.how}`),
      ];
      const attached = files
        .filter((file) => file.department === department && file.round === answer?.round)
        .flatMap((file) => file.attachments);
      return {
        cells: [
          { text: units[department] ?? department },
          { tag: { text, status } },
          { text: answer ? String(answer.round) : '' },
          { lines: notes.filter((note) => note !== undefined) },
          ...column.map(() => ({ links: links(attached) })),
        ],
      };
    }),
  };
}

/** What came with the answers that departments sent in the rounds that the reader may read. */
function answerFiles(rounds: ConsultationState[]) {
  return rounds.flatMap(({ round, letters }) =>
    Object.entries(letters).flatMap(([department, { answer }]) =>
      answer?.attachments.length ? [{ department, round, attachments: answer.attachments }] : [],
    ),
  );
}
