import { z } from 'zod';
import { defineAct } from '../../act';
import type { DrawState } from '../state';

/** 04-draw.md step 5: reveals and result open when the batch's visits are done, so that nobody is warned. */
export const open = defineAct<DrawState>()({
  name: 'draw.open',
  stages: ['drawn'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  decide: (state, _input, _actor, occasion) => ({ next: { ...state, stage: 'opened', since: occasion.at } }),
});
