import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { publicNote } from '../../public-note';
import { endingEffects } from '../ending';
import type { JointCheckState } from '../state';

/**
 * The lead's leader takes the proposal back; after the draw only the office may end a check. Of an approved one, which is
 * public, the public is told why.
 */
export const withdraw = defineAct<JointCheckState>()({
  name: 'jointCheck.withdraw',
  stages: ['drafting', 'consulting', 'awaitingApproval', 'returned', 'approved'],
  by: [{ capacity: 'departmentLeader', as: 'lead' }],
  input: z.object({ reason, publicNote: publicNote.optional() }),
  decide(state, input, actor, occasion) {
    if (state.stage === 'approved' && !input.publicNote) return refuse('PUBLIC_NOTE_NEEDED', { field: 'publicNote' });
    const { reason: why, publicNote: note } = input;
    return {
      next: {
        ...state,
        stage: 'withdrawn',
        since: occasion.at,
        openRound: undefined,
        ending: { reason: why, ...(note ? { publicNote: note } : {}), by: actor.account, at: occasion.at },
      },
      reason: why,
      effects: endingEffects(state),
    };
  },
});
