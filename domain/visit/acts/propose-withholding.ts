import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { line, reason } from '../../fields';
import { resultStageOf, withResult } from '../result';
import { theResult } from '../replaced';
import type { VisitState } from '../state';

/** M16: a result stays unpublished only by law; the handler names the legal basis, a second person decides. */
export const proposeWithholding = defineAct<VisitState>()({
  name: 'visit.proposeWithholding',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentHandler', as: 'inspecting' }],
  replaces: theResult,
  input: z.object({ legalBasis: line(200, 4), reason }),
  stageOf: resultStageOf,
  obstacle: (state, actor) =>
    state.results[actor.department]?.publication === 'awaiting' ? undefined : 'NOTHING_TO_PUBLISH',
  decide(state, input, actor, occasion) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const withholding = { legalBasis: input.legalBasis, proposedBy: actor.account };
    const next = withResult(
      state,
      actor.department,
      { ...result, publication: 'withholdingProposed', withholding, withholdingRefused: undefined },
      occasion,
    );
    return { next, reason: input.reason };
  },
});
