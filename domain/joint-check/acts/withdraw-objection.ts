import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { standingObjections, type JointCheckState } from '../state';

/** M8: an objection is withdrawn by the department that raised it, by nobody else. */
export const withdrawObjection = defineAct<JointCheckState>()({
  name: 'jointCheck.withdrawObjection',
  stages: ['consulting', 'awaitingApproval', 'returned', 'drafting'],
  by: [{ capacity: 'departmentLeader', as: 'participant' }],
  input: z.object({ reason }),
  obstacle: (state, actor) =>
    standingObjections(state).includes(actor.department) ? undefined : 'NO_STANDING_OBJECTION',
  decide(state, input, actor, occasion) {
    const answer = state.answers[actor.department];
    if (!answer) return refuse('NO_STANDING_OBJECTION');
    return {
      next: {
        ...state,
        answers: { ...state.answers, [actor.department]: { ...answer, ended: { how: 'withdrawn', at: occasion.at } } },
      },
      reason: input.reason,
    };
  },
});
