import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { resultStageOf, withResult } from '../result';
import type { VisitState } from '../state';

/** The second person of a by-law exception: the department's leader, never the one who proposed it. */
export const decideWithholding = defineAct<VisitState>()({
  name: 'visit.decideWithholding',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentLeader', as: 'inspecting' }],
  input: z.object({ consent: z.enum(['confirm', 'sendBack']), reason: reason.optional() }),
  stageOf: resultStageOf,
  obstacle(state, actor) {
    const result = state.results[actor.department];
    if (result?.publication !== 'withholdingProposed') return 'NO_WITHHOLDING_PROPOSED';
    return result.withholding?.proposedBy === actor.account ? 'SAME_PERSON' : undefined;
  },
  decide(state, input, actor, occasion) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (input.consent === 'sendBack') {
      if (!input.reason) return refuse('REASON_NEEDED', { field: 'reason' });
      const back = { ...result, publication: 'awaiting' as const, withholding: undefined };
      return { next: withResult(state, actor.department, back, occasion), reason: input.reason };
    }
    return {
      next: withResult(state, actor.department, { ...result, publication: 'withheld' }, occasion),
      reason: input.reason,
      effects: [{ kind: 'reviewProgress', check: state.check, batch: state.batch }],
    };
  },
});
