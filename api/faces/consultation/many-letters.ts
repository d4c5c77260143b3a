import { returnDraft } from '../../../domain/consultation/acts/return-draft';
import { sendAnswer } from '../../../domain/consultation/acts/send-answer';
import { leaderReadsFirst } from '../../../domain/consultation/read-first';
import { caseAddress } from '../../paths';
import type { ManyOf } from '../many';

/** How a leader sends many answers: each draft as it stands, what is not a plain consent only after it was opened. */
export const manyLetters: Readonly<Record<string, ManyOf<'consultation'>>> = {
  [sendAnswer.name]: {
    said: {},
    back: { act: returnDraft.name, said: {} },
    columns: ['pages:round.check', 'pages:many.lead', 'pages:round.draft', 'pages:check.reasons'],
    async lines({ t, units, person }, _act, rounds) {
      return rounds.map(({ id, state, parentTitle, title }) => {
        const draft = state.letters[person.department]?.draft;
        return {
          cells: [
            { text: t('pages:round.name', { check: parentTitle ?? title, round: state.round }), href: caseAddress(id) },
            { text: units[state.lead] ?? state.lead },
            { text: draft ? t(`cases:verdicts.${draft.verdict}`) : t('pages:many.noDraft') },
            { text: draft?.reasons ?? '' },
          ],
          adverse: draft?.verdict !== 'agree',
          readFirst: leaderReadsFirst(draft),
        };
      });
    },
  },
};
