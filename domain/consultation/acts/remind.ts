import { z } from 'zod';
import { defineAct } from '../../act';
import { silent, type ConsultationState } from '../state';

/** 催办: the lead, or the clock shortly before the term ends, reminds those who are silent. */
export const remind = defineAct<ConsultationState>()({
  name: 'consultation.remind',
  stages: ['open'],
  by: [
    { capacity: 'departmentHandler', as: 'sender' },
    { capacity: 'system', as: 'clock' },
  ],
  input: z.object({}),
  obstacle: (state) => (silent(state).length === 0 ? 'NOBODY_TO_ASK' : undefined),
  decide: (state, _input, actor, occasion) => ({
    next: {
      ...state,
      reminders: [...state.reminders, { at: occasion.at, departments: silent(state), by: actor.account }],
    },
  }),
});
