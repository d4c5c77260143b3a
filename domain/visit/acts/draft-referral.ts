import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { openReferral, referralKinds } from '../../referral/state';
import { resultStageOf, withResult } from '../result';
import { theResult } from '../replaced';
import type { VisitState } from '../state';

/** A further referral about the firm, beside those that the result's follow-up drafted. */
export const draftReferral = defineAct<VisitState>()({
  name: 'visit.draftReferral',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentHandler', as: 'inspecting' }],
  replaces: theResult,
  input: z.object({ kind: z.enum(referralKinds) }),
  stageOf: resultStageOf,
  obstacle: (state, actor) =>
    state.results[actor.department]?.disposition === 'open' ? undefined : 'NO_OPEN_DISPOSITION',
  decide(state, input, actor, occasion) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const draft = openReferral({
      visit: state,
      department: actor.department,
      kind: input.kind,
      serial: result.referrals + 1,
      at: occasion.at,
    });
    return {
      next: withResult(state, actor.department, { ...result, referrals: result.referrals + 1 }, occasion),
      effects: [{ kind: 'openCase', process: 'referral', id: draft.id, state: draft }],
    };
  },
});
