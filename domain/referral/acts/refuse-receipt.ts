import { z } from 'zod';
import { defineAct } from '../../act';
import { reason } from '../../fields';
import { theDossier, turned } from '../replaced';
import type { ReferralState } from '../state';

/** The receiving department is not competent or lacks material, and says so. */
export const refuseReceipt = defineAct<ReferralState>()({
  name: 'referral.refuseReceipt',
  stages: ['dispatched'],
  by: [{ capacity: 'departmentHandler', as: 'addressee' }],
  replaces: theDossier,
  input: z.object({ reason }),
  decide: (state, input, actor, occasion) => ({
    next: turned(state, {
      stage: 'refused',
      since: occasion.at,
      refusal: { at: occasion.at, code: 'REFUSED_BY_DEPARTMENT', reason: input.reason, by: actor.account },
    }),
    reason: input.reason,
  }),
});
