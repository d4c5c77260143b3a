import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { resultStageOf, secondOfficerObstacle, withResult } from '../result';
import { theForm } from '../replaced';
import type { VisitState } from '../state';

/** 行政处罚法 第四十二条: two officers answer for what was found; the second confirms what the first entered. */
export const confirmResult = defineAct<VisitState>()({
  name: 'visit.confirmResult',
  stages: ['entered'],
  by: [{ capacity: 'inspector', as: 'assigned' }],
  replaces: theForm,
  input: z.object({}),
  stageOf: resultStageOf,
  obstacle: secondOfficerObstacle,
  facts: (state, _input, actor, occasion) => ({
    officer: {
      kind: 'officersOn' as const,
      officers: actor.inspector ? [actor.inspector] : [],
      on: state.results[actor.department]?.completedOn ?? occasion.today,
    },
  }),
  decide(state, _input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (!facts.officer[0]?.certified)
      return refuse('CERTIFICATE_NOT_VALID', { on: result.completedOn ?? occasion.today });
    const confirmed = { ...result, stage: 'confirmed' as const, since: occasion.at, confirmedBy: actor.inspector };
    return { next: withResult(state, actor.department, confirmed, occasion) };
  },
});
