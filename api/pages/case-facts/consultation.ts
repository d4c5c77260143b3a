import type { ConsultationState, Letter } from '../../../domain/consultation/state';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { row, type CaseFacts, type FactsContext } from './facts';

/** The letters of a round and what came back; all participants see all answers. */
export async function consultationFacts({ t, units }: FactsContext, view: CaseView): Promise<CaseFacts> {
  const state = view.state as ConsultationState;
  const due = 'date' in state.due ? state.due.date : t('pages:home.pendingCalendar', { year: state.due.pendingYear });
  const stateOf = (letter: Letter) => {
    if (letter.answer) return { tag: { text: t(`cases:verdicts.${letter.answer.verdict}`), status: letter.answer.verdict === 'object' ? 'disagreed' : 'agreed' } };
    if (letter.draft) return { tag: { text: t('pages:round.draft'), status: 'entered' } };
    return { tag: { text: t(letter.handedOn ? 'pages:round.handedOn' : 'pages:round.waiting'), status: 'pending' } };
  };
  return {
    rows: [
      ...row(t('pages:check.lead'), units[state.lead]),
      ...row(t('pages:round.due'), due),
      ...row(t('pages:round.silence'), t(`cases:silence.${state.silence}`)),
      ...row(t('pages:round.reminders'), state.reminders.map((reminder) => `${reminder.at.slice(0, 10)} ${reminder.departments.map((code) => units[code] ?? code).join('、')}`)),
    ],
    tables: [
      {
        id: 'letters',
        caption: t('pages:case.answers'),
        stacked: true,
        columns: [{ text: t('pages:round.to') }, { text: t('pages:round.letter') }, { text: t('pages:round.state') }, { text: t('pages:check.reasons') }],
        rows: Object.entries(state.letters).map(([department, letter]) => ({
          cells: [
            { text: units[department] ?? department },
            { text: letter.number },
            stateOf(letter),
            { lines: [letter.answer?.reasons ?? letter.draft?.reasons, letter.answer?.deemed ? t('pages:check.deemed') : undefined].filter((line) => line !== undefined) },
          ],
        })),
      },
    ],
    links: [],
    notes: [],
  };
}
