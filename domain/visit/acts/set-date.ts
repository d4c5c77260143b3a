import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { day } from '../../fields';
import { officersOf, teamsObstacle } from '../certified';
import { inspecting } from '../inspecting';
import { theDay } from '../replaced';
import { enteredObstacle } from '../result';
import type { VisitState } from '../state';

/** The lead sets the day of the joint visit, and may set another until the notice is out. */
export const setDate = defineAct<VisitState>()({
  name: 'visit.setDate',
  stages: ['awaitingDate', 'scheduled'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  replaces: theDay,
  input: z.object({ date: day }),
  /** Only a check without notices sets another day after a result: then the day stands. */
  obstacle: enteredObstacle,
  facts: (state, input) => ({
    officers: { kind: 'officersOn' as const, officers: officersOf(state), on: input.date },
  }),
  decide(state, input, _actor, occasion, facts) {
    if (input.date < occasion.today) return refuse('DATE_PAST', { field: 'date' });
    if (input.date < state.windowFrom || input.date > state.windowTo) {
      return refuse('DATE_OUTSIDE_WINDOW', { field: 'date', from: state.windowFrom, to: state.windowTo });
    }
    const teams = inspecting(state).map(([, result]) => result.officers);
    const obstacle = teamsObstacle(teams, facts.officers, input.date);
    if (obstacle) return obstacle;
    return {
      next: {
        ...state,
        stage: 'scheduled',
        since: occasion.at,
        date: input.date,
        dateVersion: (state.dateVersion ?? 0) + 1,
        dateRequests: [],
      },
    };
  },
});
