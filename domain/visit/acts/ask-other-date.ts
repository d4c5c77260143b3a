import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { day, reason } from '../../fields';
import { theDay } from '../replaced';
import { enteredObstacle } from '../result';
import type { VisitState } from '../state';

/** A department that cannot come asks for another day; the lead decides. */
export const askOtherDate = defineAct<VisitState>()({
  name: 'visit.askOtherDate',
  stages: ['scheduled'],
  by: [{ capacity: 'departmentHandler', as: 'inspecting' }],
  replaces: theDay,
  input: z.object({ wanted: day, reason }),
  obstacle: (state, actor) =>
    state.results[actor.department]?.stage === 'excused' ? 'WRONG_STAGE' : enteredObstacle(state),
  decide(state, input, actor, occasion) {
    if (input.wanted < occasion.today) return refuse('DATE_PAST', { field: 'wanted' });
    if (input.wanted < state.windowFrom || input.wanted > state.windowTo) {
      return refuse('DATE_OUTSIDE_WINDOW', { field: 'wanted', from: state.windowFrom, to: state.windowTo });
    }
    const others = state.dateRequests.filter((request) => request.department !== actor.department);
    const request = { department: actor.department, wanted: input.wanted, reason: input.reason, at: occasion.at };
    return {
      next: { ...state, dateVersion: (state.dateVersion ?? 0) + 1, dateRequests: [...others, request] },
      reason: input.reason,
    };
  },
});
