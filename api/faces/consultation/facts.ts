import type { Letter } from '../../../domain/consultation/state';
import { letterNumber } from '../../../services/queries/cases/letter-number';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { caseAddress } from '../../paths';
import { row, type CaseFacts, type FactsContext } from '../facts';
import { fileLinks } from '../file-links';
import { handedOnRows } from './handed-on-rows';

/** The letters of a round and what came back; all participants see all answers, and only their own unit's drafts. */
export async function consultationFacts(
  context: FactsContext,
  { state, parentTitle }: CaseOf<'consultation'>,
): Promise<CaseFacts> {
  const { formatDate, marks } = context.world.views.texts;
  const { t, units, world } = context;
  const ofRound = await letterNumber(world.dataSource, state.id);
  const due =
    'date' in state.due ? formatDate(state.due.date) : t('pages:home.pendingCalendar', { year: state.due.pendingYear });
  const letters = Object.entries(state.letters);
  const files = letters.some(([, letter]) => (letter.answer ?? letter.draft)?.attachments.length)
    ? [{ text: t('pages:case.attachments') }]
    : [];
  const links = await fileLinks(
    context,
    letters.flatMap(([, letter]) => [...(letter.answer?.attachments ?? []), ...(letter.draft?.attachments ?? [])]),
  );
  const title = parentTitle ?? state.check;
  return {
    rows: [
      { key: { text: t('pages:round.check') }, value: { text: title, href: caseAddress(state.check) } },
      ...row(t('pages:check.lead'), units[state.lead]),
      ...row(t('pages:round.due'), due),
      ...row(t('pages:round.silence'), t(`cases:silence.${state.silence}`)),
      ...row(
        t('pages:round.reminders'),
        state.reminders.map(
          (reminder) =>
            `${formatDate(reminder.at)} ${reminder.departments.map((code) => units[code] ?? code).join(marks.list)}`,
        ),
      ),
      ...handedOnRows(context, state),
    ],
    tables: [
      {
        id: 'letters',
        caption: t('pages:case.answers'),
        stacked: true,
        columns: [
          { text: t('pages:round.to') },
          { text: t('pages:round.letter') },
          { text: t('pages:round.state') },
          { text: t('pages:check.reasons') },
          ...files,
        ],
        rows: letters.map(([department, letter]) => {
          const said = letter.answer ?? letter.draft;
          return {
            cells: [
              { text: units[department] ?? department },
              { text: letter.number ?? ofRound ?? t('pages:visit.none') },
              letterState(context, letter, remindersOf(department)),
              {
                lines: [said?.reasons, letter.answer?.deemed ? t('pages:check.deemed') : undefined].filter(
                  (line) => line !== undefined,
                ),
              },
              ...files.map(() => ({ links: links(said?.attachments ?? []) })),
            ],
          };
        }),
      },
    ],
    records: [],
    links: [],
  };

  function remindersOf(department: string): string | undefined {
    const days = state.reminders.filter((reminder) => reminder.departments.includes(department));
    const last = days.at(-1);
    return last && t('pages:round.reminded', { day: formatDate(last.at), count: days.length });
  }
}

function letterState({ t }: FactsContext, letter: Letter, reminded: string | undefined) {
  if (letter.answer)
    return { tag: { text: t(`cases:verdicts.${letter.answer.verdict}`), status: letter.answer.verdict } };
  if (letter.draft)
    return {
      tag: { text: t('pages:round.draft'), status: 'entered' },
      hint: t(`cases:verdicts.${letter.draft.verdict}`),
    };
  return {
    tag: { text: t(letter.handedOn ? 'pages:round.handedOn' : 'pages:round.waiting'), status: 'pending' },
    hint: reminded,
  };
}
