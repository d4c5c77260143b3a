import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { fileIds, paragraph } from '../../fields';
import { resultStageOf, withResult } from '../result';
import { theResult } from '../replaced';
import type { VisitState } from '../state';

/** The follow-up of a problem is done: corrected, handed over, or otherwise ended, with the proof. */
export const concludeDisposition = defineAct<VisitState>()({
  name: 'visit.concludeDisposition',
  stages: ['reviewed'],
  by: [{ capacity: 'departmentHandler', as: 'inspecting' }],
  replaces: theResult,
  input: z.object({ statement: paragraph(2000, 4), attachments: fileIds.default([]) }),
  stageOf: resultStageOf,
  obstacle: (state, actor) =>
    state.results[actor.department]?.disposition === 'open' ? undefined : 'NO_OPEN_DISPOSITION',
  facts: (_state, input) => ({ files: { kind: 'attachments' as const, ids: input.attachments } }),
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (facts.files.length !== input.attachments.length) return refuse('FILE_UNKNOWN', { field: 'attachments' });
    return {
      next: withResult(state, actor.department, { ...result, disposition: 'concluded' }, occasion),
      reason: input.statement,
      attachments: facts.files.map((file) => file.sha256),
    };
  },
});
