import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { disclose, disclosurePlatform, recordQuestion } from '../disclosure';
import { resultStageOf, withResult } from '../result';
import type { VisitState } from '../state';

/** 三（四）谁检查、谁录入、谁公开: released by the inspecting department's handler after review, never by itself. */
export const publishResult = defineAct<VisitState>()({
  name: 'visit.publishResult',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentHandler', as: 'inspecting' }],
  many: true,
  input: z.object({ version: z.int().min(1).meta({ widget: 'hidden' }) }),
  stageOf: resultStageOf,
  obstacle: (state, actor) =>
    state.results[actor.department]?.publication === 'awaiting' ? undefined : 'NOTHING_TO_PUBLISH',
  facts: (state, input, actor) => recordQuestion(state, actor.department, input.version),
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (result.version !== input.version) return refuse('STALE_VERSION', { current: result.version });
    const published = {
      ...result,
      publication: 'published' as const,
      publishedVersion: result.version,
      withholdingRefused: undefined,
    };
    return {
      next: withResult(state, actor.department, published, occasion),
      outbox: [disclose(state, actor.department, result, facts.record)],
      effects: [
        { kind: 'wakeExchange', platform: disclosurePlatform },
        { kind: 'reviewProgress', check: state.check, batch: state.batch },
      ],
    };
  },
});
