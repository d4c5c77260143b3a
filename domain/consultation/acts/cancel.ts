import { z } from 'zod';
import { defineAct } from '../../act';
import type { ConsultationState } from '../state';

/** The check was withdrawn: its round asks nobody any more. */
export const cancel = defineAct<ConsultationState>()({
  name: 'consultation.cancel',
  stages: ['open'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  decide: (state, _input, _actor, occasion) => ({ next: { ...state, stage: 'cancelled', since: occasion.at } }),
});
