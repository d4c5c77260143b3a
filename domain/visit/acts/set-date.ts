import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { day } from '../../fields';
import type { VisitState } from '../state';

/** The lead sets the day of the joint visit, and may set another until the notice is out. */
export const setDate = defineAct<VisitState>()({
  name: 'visit.setDate',
  stages: ['awaitingDate', 'scheduled'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  many: true,
  input: z.object({ date: day }),
  decide(state, input, _actor, occasion) {
    if (input.date < occasion.today) return refuse('DATE_PAST', { field: 'date' });
    if (input.date < state.windowFrom || input.date > state.windowTo) {
      return refuse('DATE_OUTSIDE_WINDOW', { field: 'date', from: state.windowFrom, to: state.windowTo });
    }
    return { next: { ...state, stage: 'scheduled', since: occasion.at, date: input.date, dateRequests: [] } };
  },
});
