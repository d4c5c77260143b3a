import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import type { FactQuestion } from '../../facts';
import { remindedUntil } from '../../reminded-until';
import type { ReferralState } from '../state';

/** 催办 of a referral that was sent and not answered, at intervals that a setting gives. */
export const remind = defineAct<ReferralState>()({
  name: 'referral.remind',
  stages: ['dispatched', 'received'],
  by: [{ capacity: 'departmentHandler', as: 'sender' }],
  input: z.object({}),
  facts: (_state, _input, _actor, occasion) => ({
    leastDays: { kind: 'setting', key: 'reminder.leastDays', on: occasion.today } as const satisfies FactQuestion,
  }),
  decide(state, _input, _actor, occasion, { leastDays }) {
    const day = remindedUntil(state.reminders.at(-1), leastDays);
    if (day !== undefined && day > occasion.today) return refuse('REMINDED_LATELY', { day });
    return { next: { ...state, reminders: [...state.reminders, occasion.at] } };
  },
});
