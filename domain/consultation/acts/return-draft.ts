import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { theDraft } from '../replaced';
import type { ConsultationState } from '../state';

/** The leader gives a draft back to the handler. */
export const returnDraft = defineAct<ConsultationState>()({
  name: 'consultation.returnDraft',
  stages: ['open'],
  by: [{ capacity: 'departmentLeader', as: 'addressee' }],
  replaces: theDraft,
  input: z.object({ reason }),
  obstacle: (state, actor) => {
    const letter = state.letters[actor.department];
    if (letter?.answer) return 'ALREADY_ANSWERED';
    return letter?.draft ? undefined : 'NO_DRAFT';
  },
  decide(state, input, actor, occasion) {
    const letter = state.letters[actor.department];
    if (!letter) return refuse('NOT_ENTITLED');
    const version = (letter.version ?? 0) + 1;
    const returned = { by: actor.account, at: occasion.at, reason: input.reason };
    return {
      next: {
        ...state,
        letters: { ...state.letters, [actor.department]: { ...letter, draft: undefined, version, returned } },
      },
      reason: input.reason,
    };
  },
});
