import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { fileIds, paragraph } from '../../fields';
import type { JointCheckState } from '../state';

/** M10: the conditions of an approval are the lead's tasks before the draw. */
export const fulfilCondition = defineAct<JointCheckState>()({
  name: 'jointCheck.fulfilCondition',
  stages: ['approved'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  input: z.object({
    condition: z.int().min(0).max(9).meta({ options: 'conditions' }),
    note: paragraph(1000, 2),
    attachments: fileIds.default([]),
  }),
  obstacle: (state) => (state.conditions.every((condition) => condition.fulfilled) ? 'NO_OPEN_CONDITION' : undefined),
  facts: (_state, input) => ({ files: { kind: 'attachments' as const, ids: input.attachments } }),
  decide(state, input, actor, occasion, facts) {
    if (facts.files.length !== input.attachments.length) return refuse('FILE_UNKNOWN');
    const condition = state.conditions[input.condition];
    if (!condition) return refuse('CONDITION_UNKNOWN', { field: 'condition' });
    if (condition.fulfilled) return refuse('CONDITION_FULFILLED', { field: 'condition' });
    const conditions = state.conditions.map((other, index) =>
      index === input.condition
        ? { ...other, fulfilled: { at: occasion.at, by: actor.account, note: input.note } }
        : other,
    );
    const released = conditions.every((other) => other.fulfilled) && state.draw;
    return {
      next: { ...state, conditions },
      attachments: facts.files.map((file) => file.sha256),
      effects: released
        ? [
            {
              kind: 'tellCase' as const,
              id: released,
              act: 'draw.release',
              input: {},
              submission: `${state.id}/conditions`,
            },
          ]
        : [],
    };
  },
});
