import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { resultStageOf, withResult } from '../result';
import { theResult } from '../replaced';
import type { VisitState } from '../state';

/** A second officer who cannot confirm is replaced in that act by the leader, with a reason. */
export const nameSubstitute = defineAct<VisitState>()({
  name: 'visit.nameSubstitute',
  stages: ['entered'],
  by: [{ capacity: 'departmentLeader', as: 'inspecting' }],
  replaces: theResult,
  input: z.object({ officer: z.uuid().meta({ options: 'officers' }), reason }),
  stageOf: resultStageOf,
  facts: (state, input, actor, occasion) => ({
    officer: {
      kind: 'certifiedOfficer' as const,
      officer: input.officer,
      department: actor.department,
      object: state.object,
      on: state.results[actor.department]?.completedOn ?? occasion.today,
    },
  }),
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (!facts.officer.eligible) return refuse('OFFICER_NOT_ELIGIBLE', { field: 'officer' });
    if ([...result.officers, result.substitute?.officer].includes(input.officer))
      return refuse('OFFICER_ALREADY_ASSIGNED', { field: 'officer' });
    const substitute = { officer: input.officer, reason: input.reason, by: actor.account };
    return { next: withResult(state, actor.department, { ...result, substitute }, occasion), reason: input.reason };
  },
});
