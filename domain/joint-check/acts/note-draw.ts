import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import type { JointCheckState } from '../state';

/** The draw tells the check that it was held; the visits are opened by the draw. */
export const noteDraw = defineAct<JointCheckState>()({
  name: 'jointCheck.noteDraw',
  stages: ['approved'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ draw: z.string().max(80), drawn: z.int().min(0) }),
  decide(state, input, _actor, occasion) {
    if (state.draw !== input.draw) return refuse('DRAW_UNKNOWN', { draw: input.draw });
    return { next: { ...state, stage: 'drawn', since: occasion.at } };
  },
});
