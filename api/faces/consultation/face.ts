import { draftAnswer } from '../../../domain/consultation/acts/draft-answer';
import { remind } from '../../../domain/consultation/acts/remind';
import { returnDraft } from '../../../domain/consultation/acts/return-draft';
import { sendAnswer } from '../../../domain/consultation/acts/send-answer';
import { silent } from '../../../domain/consultation/state';
import type { Face } from '../face';
import { noContext } from '../no-context';
import { manyLetters } from './many-letters';
import { nothingToPrint } from '../nothing-to-print';
import { consultationExamples } from './examples';
import { draftRows } from './draft-rows';
import { handedOnRows } from './handed-on-rows';
import { consultationFacts } from './facts';
import { unansweredChoices } from './unanswered-choices';

/** How people see a round of consultation. */
export const consultationFace: Face<'consultation'> = {
  name: (t, { state, parentTitle }) => t('pages:round.name', { check: parentTitle ?? state.check, round: state.round }),
  facts: consultationFacts,
  tints: { open: 'blue', closed: 'grey', cancelled: 'grey' },
  goesOn: 'nowhere',
  hint: () => undefined,
  async about(context, { state }, act) {
    if (act.name === draftAnswer.name) return { rows: handedOnRows(context, state), records: [] };
    if (act.name !== sendAnswer.name && act.name !== returnDraft.name) return noContext;
    return { rows: [...handedOnRows(context, state), ...(await draftRows(context, state))], records: [] };
  },
  choices: async (context, { state }) => ({ unanswered: unansweredChoices(context, state) }),
  async present(_world, { state }, act, person) {
    if (act.name !== draftAnswer.name && act.name !== sendAnswer.name) return {};
    const { verdict, reasons, attachments } = state.letters[person.department]?.draft ?? {};
    return { verdict, reasons, attachments };
  },
  // 催办 stands at the unit that has not answered: it is the one that is meant.
  asked: ({ state }, act, { department }) =>
    act.name === remind.name && silent(state).some((unit) => unit === department)
      ? { departments: [department] }
      : undefined,
  many: manyLetters,
  ownForms: {},
  fits: {},
  examples: consultationExamples,
  prints: nothingToPrint,
  pages: [],
};
