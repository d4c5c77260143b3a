import { consultation } from '../../../domain/consultation/process';
import type { ConsultationState } from '../../../domain/consultation/state';
import { participantsOf, type JointCheckState } from '../../../domain/joint-check/state';
import { partsOfKind } from '../../../services/queries/cases/parts-of-kind';
import type { FactsContext, Table } from '../facts';
import { fileLinks } from '../file-links';

/** What each participant answered last, in which round, with its reasons and files. */
export async function answerTable(context: FactsContext, state: JointCheckState): Promise<Table> {
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
