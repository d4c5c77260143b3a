import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { theDossier, turned } from '../replaced';
import { platformOf, type ReferralState } from '../state';

/**
 * The sender's leader takes a referral back that lies with a unit where nobody is left who could do it: it goes to the
 * handler like one that was refused, and is sent to another unit or given up. Where somebody there can do it, it stays.
 */
export const recall = defineAct<ReferralState>()({
  name: 'referral.recall',
  stages: ['dispatched', 'received'],
  by: [{ capacity: 'departmentLeader', as: 'sender' }],
  replaces: theDossier,
  input: z.object({ reason }),
  obstacle: (state) => (platformOf[state.referralKind] ? 'ADDRESSEE_IS_PLATFORM' : undefined),
  facts: (state) => ({ receiver: { kind: 'receiver' as const, code: state.addressee ?? '' } }),
  decide(state, input, actor, occasion, facts) {
    const { known, handlers } = facts.receiver;
    if (known && handlers > 0) return refuse('ADDRESSEE_HAS_HANDLER', { department: state.addressee ?? '' });
    return {
      next: turned(state, {
        stage: 'refused',
        since: occasion.at,
        receipt: undefined,
        refusal: { at: occasion.at, code: 'ADDRESSEE_WITHOUT_HANDLER', reason: input.reason, by: actor.account },
      }),
      reason: input.reason,
    };
  },
});
