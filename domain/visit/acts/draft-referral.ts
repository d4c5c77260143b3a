import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { departmentCode } from '../../fields';
import { referralsAlone, runningAs } from '../../referral/alone';
import { openReferral, referralKinds } from '../../referral/state';
import { resultStageOf, withResult } from '../result';
import { theResult } from '../replaced';
import type { VisitState } from '../state';

/**
 * A further referral about the firm, beside those that the result's follow-up drafted. One receiver is told of a result by
 * one referral at a time; a notice whose receiver is not known yet is one until it names it.
 */
export const draftReferral = defineAct<VisitState>()({
  name: 'visit.draftReferral',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentHandler', as: 'inspecting' }],
  replaces: theResult,
  input: z.object({
    kind: z.enum(referralKinds),
    /** Of a notice to another unit, where it is known already. */
    addressee: departmentCode.optional(),
  }),
  stageOf: resultStageOf,
  obstacle: (state, actor) =>
    state.results[actor.department]?.disposition === 'open' ? undefined : 'NO_OPEN_DISPOSITION',
  alone: (state, actor) => referralsAlone(state.id, actor.department),
  facts: (state, input, actor) => ({
    departments: { kind: 'departments' as const, codes: input.addressee ? [input.addressee] : [] },
    open: { kind: 'openReferrals' as const, visit: state.id, department: actor.department },
  }),
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const addressee = input.kind === 'crossNotice' ? input.addressee : undefined;
    if (addressee === actor.department) return refuse('ADDRESSEE_IS_SENDER', { field: 'addressee' });
    if (addressee && facts.departments.length === 0)
      return refuse('DEPARTMENT_UNKNOWN', { field: 'addressee', department: addressee });
    const running = facts.open.find(
      (one) => one.kind === input.kind && (one.kind !== 'crossNotice' || (one.addressee ?? undefined) === addressee),
    );
    if (running) return refuse('REFERRAL_RUNNING', { field: 'kind', ...runningAs(running) });
    const draft = openReferral({
      visit: state,
      department: actor.department,
      kind: input.kind,
      addressee,
      serial: result.referrals + 1,
      at: occasion.at,
    });
    return {
      next: withResult(state, actor.department, { ...result, referrals: result.referrals + 1 }, occasion),
      effects: [{ kind: 'openCase', process: 'referral', id: draft.id, state: draft }],
    };
  },
});
