import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import type { DrawState } from '../state';

/** 04-draw.md step 5: reveals and result open when the batch's visits are done, so that nobody is warned. */
export const open = defineAct<DrawState>()({
  name: 'draw.open',
  stages: ['drawn'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  facts: (state) => ({ counts: { kind: 'checkCounts' as const, check: state.check } }),
  decide(state, _input, _actor, occasion, facts) {
    const { visits, visited } = facts.counts;
    if (visited < visits) return refuse('VISITS_OPEN', { open: visits - visited });
    return { next: { ...state, stage: 'opened', since: occasion.at } };
  },
});
