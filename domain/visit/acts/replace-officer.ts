import { z } from 'zod';
import { defineAct, refuse, type Occasion } from '../../act';
import type { Actor } from '../../actor';
import { paragraph } from '../../fields';
import { theResult } from '../replaced';
import { resultStageOf, withResult } from '../result';
import { replacementReasons, type VisitState } from '../state';

/**
 * Before anything is entered the leader takes an officer out of the drawn team, for a reason on the list alone; who comes
 * is the next of the drawn order who is on duty, certified on the day and not recused, never anybody's choice. A result that
 * came back, or is to be corrected, is its officers' to enter again: of them only who cannot do so any more, or must keep away
 * from the firm, is replaced. A recusal goes into the register with the act, so that the next freeze knows of it.
 */
export const replaceOfficer = defineAct<VisitState>()({
  name: 'visit.replaceOfficer',
  stages: ['awaitingDate', 'scheduled', 'awaitingVisit', 'reviewed'],
  reopens: true,
  by: [{ capacity: 'departmentLeader', as: 'inspecting' }],
  replaces: theResult,
  input: z.object({
    officer: z.uuid().meta({ options: 'team' }),
    reasonCode: z.enum(replacementReasons),
    note: paragraph(500).optional(),
  }),
  stageOf: resultStageOf,
  prepares: (state, _occasion, input, actor) => ({
    kind: 'substitutes' as const,
    batch: state.batch,
    department: actor.department,
    object: state.object,
    slot: Math.max(0, (state.results[actor.department]?.officers ?? []).indexOf(input.officer)),
  }),
  facts: (state, input, actor, occasion) => ({
    eligible: {
      kind: 'eligibleOfficers' as const,
      department: actor.department,
      object: state.object,
      on: dayOf(state, actor, occasion),
    },
    leaving: { kind: 'officersOn' as const, officers: [input.officer], on: dayOf(state, actor, occasion) },
    standing: { kind: 'officerStanding' as const, officer: input.officer },
  }),
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (!result.officers.includes(input.officer)) return refuse('NOT_ON_TEAM', { field: 'officer' });
    const certified = facts.leaving[0]?.certified ?? false;
    if (input.reasonCode === 'certificate' && certified)
      return refuse('CERTIFICATE_STILL_VALID', { field: 'reasonCode', on: dayOf(state, actor, occasion) });
    const { onDuty, account } = facts.standing;
    if (result.version > 0 && input.reasonCode !== 'recusal' && onDuty && account === 'active' && certified)
      return refuse('OFFICER_STILL_THERE', { field: 'officer' });
    if (input.reasonCode === 'recusal' && !input.note) return refuse('REASON_NEEDED', { field: 'note' });
    const gone = (result.replaced ?? []).map(({ out }) => out);
    const next = facts.prepared.order.find(
      (officer) => facts.eligible.includes(officer) && !result.officers.includes(officer) && !gone.includes(officer),
    );
    if (next === undefined) return refuse('NO_SUBSTITUTE', { field: 'officer' });

    const line = { out: input.officer, in: next, reason: input.reasonCode, at: occasion.at };
    const changed = {
      ...result,
      officers: result.officers.map((officer) => (officer === input.officer ? next : officer)),
      replaced: [...(result.replaced ?? []), line],
      // Nobody who went answers for what is entered anew; who answered for what was reviewed stays named.
      ...(result.stage === 'awaitingVisit' && result.enteredBy === line.out && { enteredBy: undefined }),
      ...(result.returned?.to === line.out && { returned: { ...result.returned, to: undefined } }),
    };
    const told = state.stage === 'noticed' && !state.unannounced && result.version === 0;
    return {
      next: {
        ...withResult(state, actor.department, changed, occasion),
        ...(told && { noticeOvertaken: [...new Set([...(state.noticeOvertaken ?? []), actor.department])] }),
      },
      content: {
        replacement: { department: actor.department, out: line.out, in: line.in, reason: line.reason },
        ...(input.reasonCode === 'recusal' && {
          recusal: { officer: line.out, object: state.object, reason: input.note ?? '' },
        }),
      },
      reason: input.note,
    };
  },
});

/**
 * The day on which who comes must be fit: that of the visit, without one the last of the window, as it was when the pool was
 * frozen; today where a record is entered again.
 */
function dayOf(state: VisitState, { department }: Actor, { today }: Occasion): string {
  return state.results[department]?.version ? today : (state.date ?? state.windowTo);
}
