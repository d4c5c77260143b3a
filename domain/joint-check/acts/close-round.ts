import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import type { JointCheckState } from '../state';

/** The round is over: everybody answered, or the term passed and the case says what silence means. */
export const closeRound = defineAct<JointCheckState>()({
  name: 'jointCheck.closeRound',
  stages: ['consulting'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ round: z.int().min(1) }),
  decide(state, input) {
    if (state.openRound?.round !== input.round) return refuse('ROUND_NOT_OPEN', { round: input.round });
    return { next: { ...state, openRound: undefined } };
  },
});
