import { z } from 'zod';
import { defineAct } from '../../act';
import type { ReferralState } from '../state';

/** 催办 of a referral that was sent and not answered. */
export const remind = defineAct<ReferralState>()({
  name: 'referral.remind',
  stages: ['dispatched', 'received'],
  by: [{ capacity: 'departmentHandler', as: 'sender' }],
  input: z.object({}),
  decide: (state, _input, _actor, occasion) => ({
    next: { ...state, reminders: [...state.reminders, occasion.at] },
  }),
});
