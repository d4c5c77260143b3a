import { defineAct } from '../../act';
import { reason } from '../../fields';
import { takeForm } from '../entering';
import { formQuestions } from '../form-questions';
import { RecordForm } from '../record-form';
import { resultStageOf } from '../result';
import type { VisitState } from '../state';

/** M15: corrections never overwrite; a new version with its reason goes through confirmation, review and publication again. */
export const correctResult = defineAct<VisitState>()({
  name: 'visit.correctResult',
  stages: ['confirmed', 'reviewed'],
  reopens: true,
  by: [{ capacity: 'inspector', as: 'assigned' }],
  input: RecordForm.extend({ reason }),
  stageOf: resultStageOf,
  facts: (state, input, actor) => formQuestions(state.check, actor.department, input.attachments),
  decide(state, input, actor, occasion, facts) {
    const { reason: why, ...form } = input;
    const outcome = takeForm(state, form, actor, occasion, facts);
    if ('refused' in outcome) return outcome;
    return { ...outcome, reason: why };
  },
});
