import type { Replaces } from '../replaces';
import type { ConsultationState } from './state';

/** The own department's draft of its answer. */
export const theDraft: Replaces<ConsultationState> = {
  current: (state, { department }) => state.letters[department]?.version ?? 0,
  made: {
    in: 'acts',
    by: (act) => act === 'consultation.draftAnswer' || act === 'consultation.returnDraft',
    unit: 'own',
    emptying: ['consultation.returnDraft'],
  },
};
