import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { disclosurePlatform, recordQuestion, takeDown } from '../disclosure';
import { publicNote } from '../../public-note';
import { resultStageOf, withResult } from '../result';
import { theResult } from '../replaced';
import { onShow, type VisitState } from '../state';

/** M16: a published result is withdrawn visibly, by the department's leader, with a reason; also while a corrected one waits. */
export const withdrawPublication = defineAct<VisitState>()({
  name: 'visit.withdrawPublication',
  stages: ['reviewed', 'entered', 'confirmed', 'awaitingVisit'],
  reopens: true,
  by: [{ capacity: 'departmentLeader', as: 'inspecting' }],
  replaces: theResult,
  input: z.object({ reason, publicNote }),
  stageOf: resultStageOf,
  obstacle(state, actor) {
    const result = state.results[actor.department];
    return result && onShow(result) ? undefined : 'NOT_PUBLISHED';
  },
  facts: (state, _input, actor) =>
    recordQuestion(state, actor.department, state.results[actor.department]?.publishedVersion ?? 0),
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const down = takeDown(state, actor.department, result, facts.record);
    // A corrected version that waits keeps its own track: it is still to be published, or withheld by law.
    const publication = result.publication === 'published' ? 'withdrawn' : result.publication;
    return {
      next: withResult(
        state,
        actor.department,
        { ...down.result, publication, publicNote: input.publicNote },
        occasion,
      ),
      reason: input.reason,
      outbox: down.outbox,
      effects: [{ kind: 'wakeExchange', platform: disclosurePlatform }],
    };
  },
});
