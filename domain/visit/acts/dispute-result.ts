import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { isOfficer, resultStageOf, withResult } from '../result';
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
  obstacle(state, actor) {
    const result = state.results[actor.department];
    if (!isOfficer(result, actor)) return 'NOT_ASSIGNED';
    return result?.enteredBy === actor.inspector ? 'SAME_PERSON' : undefined;
  },
  decide(state, input, actor, occasion) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const returned = {
      how: 'secondOfficer' as const,
      by: actor.account,
      at: occasion.at,
      reason: input.reason,
      version: result.version,
      to: result.enteredBy,
    };
    const back = { ...result, stage: 'awaitingVisit' as const, since: occasion.at, returned };
    return { next: withResult(state, actor.department, back, occasion), reason: input.reason };
  },
});
