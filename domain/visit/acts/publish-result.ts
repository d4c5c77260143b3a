import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { resultStageOf, withResult } from '../result';
import type { VisitState } from '../state';

/** 三（四）谁检查、谁录入、谁公开: released by the inspecting department's handler after review, never by itself. */
export const publishResult = defineAct<VisitState>()({
  name: 'visit.publishResult',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentHandler', as: 'inspecting' }],
  input: z.object({ version: z.int().min(1).meta({ widget: 'hidden' }) }),
  stageOf: resultStageOf,
  obstacle: (state, actor) => (state.results[actor.department]?.publication === 'awaiting' ? undefined : 'NOTHING_TO_PUBLISH'),
  facts: (state, _input, actor) => ({
    record: { kind: 'spotCheckRecord' as const, visit: state.id, department: actor.department },
  }),
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (result.version !== input.version) return refuse('STALE_VERSION', { current: result.version });
    const published = { ...result, publication: 'published' as const, publishedVersion: result.version };
    return {
      next: withResult(state, actor.department, published, occasion),
      outbox: [
        {
          platform: 'public-credit',
          key: `${state.id}/${actor.department}/${result.version}`,
          subjectKind: 'visit',
          subjectId: state.id,
          department: actor.department,
          payload: facts.record,
        },
      ],
      effects: [
        { kind: 'wakeExchange', platform: 'public-credit' },
        { kind: 'reviewProgress', check: state.check, batch: state.batch },
      ],
    };
  },
});
