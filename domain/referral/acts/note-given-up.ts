import { z } from 'zod';
import { defineAct } from '../../act';
import { paragraph } from '../../fields';
import { turned } from '../replaced';
import type { ReferralState } from '../state';

/** A person gave up the parked message of this referral: the referral comes back to the department. */
export const noteGivenUp = defineAct<ReferralState>()({
  name: 'referral.noteGivenUp',
  stages: ['dispatched'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ code: z.string().max(80), reason: paragraph(1000) }),
  decide: (state, input, _actor, occasion) => ({
    next: turned(state, {
      stage: 'refused',
      since: occasion.at,
      refusal: { at: occasion.at, code: input.code, reason: input.reason },
    }),
    reason: input.reason,
  }),
});
