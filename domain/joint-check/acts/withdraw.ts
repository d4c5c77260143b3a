import { z } from 'zod';
import { defineAct } from '../../act';
import { reason } from '../../fields';
import { endingEffects } from '../ending';
import type { JointCheckState } from '../state';

/** The lead's leader takes the proposal back; after the draw only the office may end a check. */
export const withdraw = defineAct<JointCheckState>()({
  name: 'jointCheck.withdraw',
  stages: ['drafting', 'consulting', 'awaitingApproval', 'returned', 'approved'],
  by: [{ capacity: 'departmentLeader', as: 'lead' }],
  input: z.object({ reason }),
  decide: (state, input, actor, occasion) => ({
    next: {
      ...state,
      stage: 'withdrawn',
      since: occasion.at,
      openRound: undefined,
      ending: { reason: input.reason, by: actor.account, at: occasion.at },
    },
    reason: input.reason,
    effects: endingEffects(state),
  }),
});
