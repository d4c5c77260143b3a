import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { resultStageOf, withResult } from '../result';
import type { VisitState } from '../state';

/** M16: a published result is withdrawn visibly, by the department's leader, with a reason. */
export const withdrawPublication = defineAct<VisitState>()({
  name: 'visit.withdrawPublication',
  stages: ['reviewed', 'entered', 'confirmed'],
  reopens: true,
  by: [{ capacity: 'departmentLeader', as: 'inspecting' }],
  input: z.object({ reason }),
  stageOf: resultStageOf,
  obstacle: (state, actor) => (state.results[actor.department]?.publication === 'published' ? undefined : 'NOT_PUBLISHED'),
  decide(state, input, actor, occasion) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    return { next: withResult(state, actor.department, { ...result, publication: 'withdrawn' }, occasion), reason: input.reason };
  },
});
