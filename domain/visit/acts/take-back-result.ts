import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { backToEnterer } from '../back-to-enterer';
import { resultStageOf, withResult } from '../result';
import { theForm } from '../replaced';
import type { VisitState } from '../state';

/** Until somebody confirmed it, whoever entered a result takes it back to enter it again; the version stays readable. */
export const takeBackResult = defineAct<VisitState>()({
  name: 'visit.takeBackResult',
  stages: ['entered'],
  by: [{ capacity: 'inspector', as: 'assigned' }],
  replaces: theForm,
  input: z.object({ reason: reason.optional() }),
  stageOf: resultStageOf,
  obstacle: (state, actor) =>
    state.results[actor.department]?.enteredBy === actor.inspector ? undefined : 'ENTERED_BY_OTHER',
  decide(state, input, actor, occasion) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const back = backToEnterer(result, { how: 'takenBack', reason: input.reason }, actor, occasion);
    return { next: withResult(state, actor.department, back, occasion), reason: input.reason };
  },
});
