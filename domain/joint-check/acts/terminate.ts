import { z } from 'zod';
import { defineAct } from '../../act';
import { reason } from '../../fields';
import { endingEffects } from '../ending';
import type { JointCheckState } from '../state';

/** The office's director ends an approved check with reason; the visits that are open stay with their departments. */
export const terminate = defineAct<JointCheckState>()({
  name: 'jointCheck.terminate',
  stages: ['approved', 'drawn', 'underway'],
  by: [{ capacity: 'officeDirector', as: 'office' }],
  input: z.object({ reason }),
  decide: (state, input, actor, occasion) => ({
    next: {
      ...state,
      stage: 'terminated',
      since: occasion.at,
      ending: { reason: input.reason, by: actor.account, at: occasion.at },
    },
    reason: input.reason,
    effects: endingEffects(state),
  }),
});
