import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { backToEnterer } from '../back-to-enterer';
import { resultStageOf, secondOfficerObstacle, withResult } from '../result';
import { theForm } from '../replaced';
import type { VisitState } from '../state';

/** The second officer found something else than what was entered: it goes back to whoever entered it, with the reason. */
export const disputeResult = defineAct<VisitState>()({
  name: 'visit.disputeResult',
  stages: ['entered'],
  by: [{ capacity: 'inspector', as: 'assigned' }],
  replaces: theForm,
  input: z.object({ reason }),
  stageOf: resultStageOf,
  obstacle: secondOfficerObstacle,
  decide(state, input, actor, occasion) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const back = backToEnterer(result, { how: 'secondOfficer', reason: input.reason }, actor, occasion);
    return { next: withResult(state, actor.department, back, occasion), reason: input.reason };
  },
});
