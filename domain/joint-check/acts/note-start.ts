import { z } from 'zod';
import { defineAct } from '../../act';
import type { JointCheckState } from '../state';

/** The visits of the batch are open: the check is being carried out. */
export const noteStart = defineAct<JointCheckState>()({
  name: 'jointCheck.noteStart',
  stages: ['drawn'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ visits: z.int().min(0) }),
  decide: (state, input, _actor, occasion) =>
    input.visits === 0
      ? { next: { ...state, stage: 'completed', since: occasion.at } }
      : { next: { ...state, stage: 'underway', since: occasion.at } },
});
