import { z } from 'zod';
import { defineAct } from '../../act';
import type { DrawState } from '../state';

/** The check ended before its draw was held; a draw that was held stays as it is. */
export const cancel = defineAct<DrawState>()({
  name: 'draw.cancel',
  stages: ['blocked', 'awaitingFreeze', 'frozen'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  decide: (state, _input, _actor, occasion) => ({ next: { ...state, stage: 'cancelled', since: occasion.at } }),
});
