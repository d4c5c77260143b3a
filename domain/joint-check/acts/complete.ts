import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import type { JointCheckState } from '../state';

/** 办结 when no result waits for publication; dispositions and referrals may outlive the check. */
export const complete = defineAct<JointCheckState>()({
  name: 'jointCheck.complete',
  stages: ['underway'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  facts: (state) => ({ counts: { kind: 'checkCounts' as const, check: state.id } }),
  decide(state, _input, _actor, occasion, facts) {
    if (facts.counts.awaitingPublication > 0) return refuse('RESULTS_OPEN', { open: facts.counts.awaitingPublication });
    return { next: { ...state, stage: 'completed', since: occasion.at } };
  },
});
