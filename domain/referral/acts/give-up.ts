import { z } from 'zod';
import { defineAct } from '../../act';
import { reason } from '../../fields';
import { theDossier, turned } from '../replaced';
import type { ReferralState } from '../state';

/** The leader ends a referral that is not to be sent (again), with a reason that stays readable. */
export const giveUp = defineAct<ReferralState>()({
  name: 'referral.giveUp',
  stages: ['draft', 'refused'],
  by: [{ capacity: 'departmentLeader', as: 'sender' }],
  replaces: theDossier,
  input: z.object({ reason }),
  decide: (state, input, _actor, occasion) => ({
    next: turned(state, { stage: 'givenUp', since: occasion.at }),
    reason: input.reason,
  }),
});
