import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { openingQuestion, unread } from '../../opened';
import { recordQuestion, takeDown } from '../disclosure';
import { publicNote } from '../../public-note';
import { resultStageOf, withResult } from '../result';
import { theResult } from '../replaced';
import { onShow, type VisitState } from '../state';

/** The second person of a by-law exception: the department's leader, never the one who proposed it. */
export const decideWithholding = defineAct<VisitState>()({
  name: 'visit.decideWithholding',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentLeader', as: 'inspecting' }],
  replaces: theResult,
  reads: true,
  input: z.object({
    consent: z.enum(['confirm', 'sendBack']),
    reason: reason.optional(),
    /** Needed where an earlier version is on show and goes. */
    publicNote: publicNote.optional(),
  }),
  stageOf: resultStageOf,
  obstacle(state, actor) {
    const result = state.results[actor.department];
    if (result?.publication !== 'withholdingProposed') return 'NO_WITHHOLDING_PROPOSED';
    return result.withholding?.proposedBy === actor.account ? 'SAME_PERSON' : undefined;
  },
  facts(state, _input, actor) {
    const result = state.results[actor.department];
    return {
      ...recordQuestion(state, actor.department, result?.publishedVersion ?? result?.version ?? 0),
      opening: openingQuestion('visit.decideWithholding', state, actor, theResult.current(state, actor)),
    };
  },
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (input.consent === 'sendBack') {
      if (!input.reason) return refuse('REASON_NEEDED', { field: 'reason' });
      const withholdingRefused = { by: actor.account, at: occasion.at, reason: input.reason };
      const back = { ...result, publication: 'awaiting' as const, withholding: undefined, withholdingRefused };
      return { next: withResult(state, actor.department, back, occasion), reason: input.reason };
    }
    // To keep a result from the public is never done at a glance.
    const blind = unread(true, facts.opening);
    if (blind) return blind;
    if (onShow(result) && !input.publicNote) return refuse('PUBLIC_NOTE_NEEDED', { field: 'publicNote' });
    // What the law keeps from the public cannot stay readable in its earlier version.
    const down = takeDown(state, actor.department, result, facts.record);
    return {
      next: withResult(
        state,
        actor.department,
        { ...down.result, publication: 'withheld', publicNote: input.publicNote ?? result.publicNote },
        occasion,
      ),
      reason: input.reason,
      outbox: down.outbox,
      effects: [
        ...down.outbox.map(({ platform }) => ({ kind: 'wakeExchange' as const, platform })),
        { kind: 'reviewProgress' as const, check: state.check, batch: state.batch },
      ],
    };
  },
});
