import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { schemeQuestions, schemeStillHolds } from '../../joint-check/scheme-facts';
import { freezeQuestion } from '../freeze-question';
import type { DrawState } from '../state';

/** 04-draw.md step 1: one act fixes pool, inspectors, recusals, parameters and commitments; nothing of it changes afterwards. */
export const freeze = defineAct<DrawState>()({
  name: 'draw.freeze',
  stages: ['awaitingFreeze'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  input: z.object({}),
  prepares: (state) => ({ kind: 'freezePool' as const, ...freezeQuestion(state) }),
  // Weeks may lie between the approval and the freeze.
  facts: (state) => schemeQuestions(state.scheme),
  decide(state, _input, actor, occasion, facts) {
    const obstacle = schemeStillHolds(state.scheme, state.lead, occasion.today, facts);
    if (obstacle) return obstacle;
    const { infeasible, sharedWith = [], ...pool } = facts.prepared;
    // What the other draw will take is not known yet: frozen into both, a firm could be visited for both.
    const [other] = sharedWith;
    if (other) return refuse('FIRMS_FROZEN_ELSEWHERE', { ...other, batches: sharedWith });
    if (infeasible) return refuse('DRAW_INFEASIBLE', { ...infeasible });
    if (pool.objects === 0) return refuse('POOL_EMPTY', { excluded: pool.excluded });
    if (pool.drawSize === 0) return refuse('NOTHING_TO_DRAW', { objects: pool.objects });
    return {
      next: {
        ...state,
        stage: 'frozen',
        since: occasion.at,
        pool,
        frozenBy: { account: actor.account, at: occasion.at },
      },
    };
  },
});
