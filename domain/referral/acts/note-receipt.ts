import { z } from 'zod';
import { defineAct } from '../../act';
import { turned } from '../replaced';
import type { ReferralState } from '../state';

/** The platform's receipt: a record in the credit system is thereby concluded; a joint action still has an outcome to report. */
export const noteReceipt = defineAct<ReferralState>()({
  name: 'referral.noteReceipt',
  stages: ['dispatched'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ reference: z.string().max(200) }),
  decide(state, input, _actor, occasion) {
    const receipt = { at: occasion.at, reference: input.reference };
    const stage = state.referralKind === 'publicCredit' ? ('concluded' as const) : ('received' as const);
    return { next: turned(state, { stage, since: occasion.at, receipt }) };
  },
});
