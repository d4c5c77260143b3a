import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { departmentCode, reason } from '../../fields';
import { stillInspects } from '../../visit/inspecting';
import { participantsOf, type JointCheckState } from '../state';

/**
 * A participant that inspects no longer by the list of units (its duties were moved, or it was merged) leaves the check: the
 * office's director, who approved the scheme, says so with the document that it rests on. Its parts of the visits that
 * nobody has recorded yet fall away; what was recorded while it inspected goes on as it is. Of a check that was ended visits
 * may be open of which another department has recorded something: there it leaves just so, and the lead, too.
 */
export const releaseDepartment = defineAct<JointCheckState>()({
  name: 'jointCheck.releaseDepartment',
  stages: ['underway', 'terminated'],
  reopens: true,
  by: [{ capacity: 'officeDirector', as: 'office' }],
  input: z.object({ department: departmentCode.meta({ options: 'leaving' }), reason }),
  facts: (_state, input) => ({ units: { kind: 'departments' as const, codes: [input.department] } }),
  decide(state, input, actor, occasion, facts) {
    const { department } = input;
    const field = 'department';
    const ended = state.stage === 'terminated';
    // Without its lead nobody sets a day or gives notice: such a check is ended first.
    if (department === state.lead && !ended) return refuse('LEAD_CANNOT_LEAVE', { field });
    if (department !== state.lead && !participantsOf(state).includes(department))
      return refuse('NOT_A_PARTICIPANT', { field });
    if (state.released?.some((line) => line.department === department))
      return refuse('DEPARTMENT_RELEASED', { field, department });
    if (stillInspects(facts.units, department)) return refuse('DEPARTMENT_STILL_INSPECTS', { field, department });
    const line = { department, reason: input.reason, by: actor.account, at: occasion.at };
    return {
      next: { ...state, released: [...(state.released ?? []), line] },
      reason: input.reason,
      effects: [
        {
          kind: 'tellVisits',
          check: state.id,
          act: 'visit.noteRelease',
          input: { department, reason: input.reason, ...(ended && { ended }) },
          submission: `${state.id}/released-${department}`,
        },
      ],
    };
  },
});
