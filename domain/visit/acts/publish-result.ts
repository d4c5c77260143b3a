import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { openingQuestion, unread } from '../../opened';
import { disclose, disclosurePlatform, recordQuestion } from '../disclosure';
import { publisherReadsFirst } from '../read-first';
import { resultStageOf, withResult } from '../result';
import { theForm } from '../replaced';
import type { VisitState } from '../state';

/** 三（四）谁检查、谁录入、谁公开: released by the inspecting department's handler after review, never by itself. */
export const publishResult = defineAct<VisitState>()({
  name: 'visit.publishResult',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentHandler', as: 'inspecting' }],
  replaces: theForm,
  reads: true,
  input: z.object({}),
  stageOf: resultStageOf,
  obstacle: (state, actor) =>
    state.results[actor.department]?.publication === 'awaiting' ? undefined : 'NOTHING_TO_PUBLISH',
  facts: (state, _input, actor) => ({
    ...recordQuestion(state, actor.department, state.results[actor.department]?.version ?? 0),
    opening: openingQuestion('visit.publishResult', state, actor, theForm.current(state, actor)),
  }),
  decide(state, _input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const blind = unread(publisherReadsFirst(result), facts.opening);
    if (blind) return blind;
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
