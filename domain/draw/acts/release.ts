import { z } from 'zod';
import { defineAct } from '../../act';
import type { DrawState } from '../state';

/** The conditions of the approval are fulfilled: the pool may be frozen. */
export const release = defineAct<DrawState>()({
  name: 'draw.release',
  stages: ['blocked'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  decide: (state, _input, _actor, occasion) => ({ next: { ...state, stage: 'awaitingFreeze', since: occasion.at } }),
});
