import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { paragraph } from '../../fields';
import { theResult } from '../replaced';
import { resultStageOf, withResult } from '../result';
import { replacementReasons, type VisitState } from '../state';

/**
 * Before anything is entered the leader takes an officer out of the drawn team, for a reason on the list alone; who comes
 * is the next of the drawn order who is on duty, certified on the day and not recused, never anybody's choice.
 */
export const replaceOfficer = defineAct<VisitState>()({
  name: 'visit.replaceOfficer',
  stages: ['awaitingDate', 'scheduled', 'awaitingVisit'],
  by: [{ capacity: 'departmentLeader', as: 'inspecting' }],
  replaces: theResult,
  input: z.object({
    officer: z.uuid().meta({ options: 'team' }),
    reasonCode: z.enum(replacementReasons),
    note: paragraph(500).optional(),
  }),
  stageOf: resultStageOf,
  obstacle: (state, actor) => (state.results[actor.department]?.version ? 'RESULT_ENTERED' : undefined),
  prepares: (state, _occasion, input, actor) => ({
    kind: 'substitutes' as const,
    batch: state.batch,
    department: actor.department,
    object: state.object,
    slot: Math.max(0, (state.results[actor.department]?.officers ?? []).indexOf(input.officer)),
  }),
  facts: (state, input, actor) => ({
    eligible: {
      kind: 'eligibleOfficers' as const,
      department: actor.department,
      object: state.object,
      on: dayOf(state),
    },
    leaving: { kind: 'officersOn' as const, officers: [input.officer], on: dayOf(state) },
  }),
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (!result.officers.includes(input.officer)) return refuse('NOT_ON_TEAM', { field: 'officer' });
    if (input.reasonCode === 'certificate' && facts.leaving[0]?.certified)
      return refuse('CERTIFICATE_STILL_VALID', { field: 'reasonCode', on: dayOf(state) });
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
    };
    const told = state.stage === 'noticed' && !state.unannounced;
    return {
      next: {
        ...withResult(state, actor.department, changed, occasion),
        ...(told && { noticeOvertaken: [...new Set([...(state.noticeOvertaken ?? []), actor.department])] }),
      },
      content: {
        replacement: { department: actor.department, out: line.out, in: line.in, reason: line.reason },
      },
      reason: input.note,
    };
  },
});

/** Without a day the last one of the window counts, as it did when the pool was frozen. */
const dayOf = (state: VisitState) => state.date ?? state.windowTo;
