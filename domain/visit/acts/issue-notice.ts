import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { officersOf, recusedObstacle, teamsObstacle } from '../certified';
import { inspecting, stillInspects } from '../inspecting';
import { theDay } from '../replaced';
import type { VisitState } from '../state';

/**
 * One notice for all departments goes out; from then on the day stands and results can be entered. It goes out again
 * where an officer that it names was replaced.
 */
export const issueNotice = defineAct<VisitState>()({
  name: 'visit.issueNotice',
  stages: ['scheduled', 'noticed'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  replaces: theDay,
  input: z.object({}),
  obstacle(state) {
    if (state.unannounced) return 'NO_NOTICE_BY_SCHEME';
    return state.stage === 'noticed' && !state.noticeOvertaken ? 'WRONG_STAGE' : undefined;
  },
  facts: (state, _input, _actor, occasion) => ({
    officers: { kind: 'officersOn' as const, officers: officersOf(state), on: state.date ?? occasion.today },
    recused: { kind: 'recusedOfficers' as const, officers: officersOf(state), object: state.object },
    units: { kind: 'departments' as const, codes: inspecting(state).map(([department]) => department) },
  }),
  decide(state, _input, _actor, occasion, facts) {
    // The firm is told of nobody who may not come.
    const gone = inspecting(state).find(
      ([department, { version }]) => version === 0 && !stillInspects(facts.units, department),
    );
    if (gone) return refuse('UNIT_INSPECTS_NO_LONGER', { department: gone[0] });
    const recused = recusedObstacle(facts.recused);
    if (recused) return recused;
    const teams = inspecting(state).flatMap(([, result]) => (result.version === 0 ? [result.officers] : []));
    const obstacle = teamsObstacle(teams, facts.officers, state.date ?? occasion.today);
    if (obstacle) return obstacle;
    if (state.stage === 'noticed') return { next: { ...state, noticeOvertaken: undefined } };
    // The firm cannot be told of a day that is over.
    if (state.date !== undefined && state.date < occasion.today) return refuse('DATE_PAST');
    return { next: { ...state, stage: 'noticed', since: occasion.at } };
  },
});
