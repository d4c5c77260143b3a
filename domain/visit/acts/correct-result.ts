import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { takeForm } from '../entering';
import { formQuestions } from '../form-questions';
import { publicNote } from '../public-note';
import { RecordForm } from '../record-form';
import { resultStageOf } from '../result';
import { onShow, type VisitState } from '../state';

/**
 * M15: corrections never overwrite; a new version with its reason goes through confirmation, review and publication again.
 * The reason stays inside; where the public has read the earlier version, it is told in words of its own.
 */
export const correctResult = defineAct<VisitState>()({
  name: 'visit.correctResult',
  stages: ['confirmed', 'reviewed'],
  reopens: true,
  by: [{ capacity: 'inspector', as: 'assigned' }],
  input: RecordForm.extend({ reason, publicNote: publicNote.optional() }),
  stageOf: resultStageOf,
  facts: (state, input, actor) => formQuestions(state, actor, input.attachments),
  decide(state, { reason: why, publicNote: note, ...form }, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (result && onShow(result) && !note) return refuse('PUBLIC_NOTE_NEEDED', { field: 'publicNote' });
    return takeForm(state, form, { reason: why, publicNote: note }, actor, occasion, facts);
  },
});
