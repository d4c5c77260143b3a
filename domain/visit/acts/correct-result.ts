import { defineAct, refuse } from '../../act';
import { day, reason } from '../../fields';
import { anotherCorrects } from '../correction';
import { takeForm } from '../entering';
import { formQuestions } from '../form-questions';
import { decidedBefore } from '../publication-term';
import { publicNote } from '../../public-note';
import { RecordForm } from '../record-form';
import { resultStageOf } from '../result';
import { theForm } from '../replaced';
import { onShow, type VisitState } from '../state';

/**
 * M15: corrections never overwrite; a new version with its reason goes through confirmation, review and publication again.
 * Of one result one correction runs at a time: whoever raised it may mend it until it is public, nobody else.
 * The reason stays inside; where the public has read the earlier version, it is told in words of its own.
 */
export const correctResult = defineAct<VisitState>()({
  name: 'visit.correctResult',
  stages: ['confirmed', 'reviewed'],
  reopens: true,
  by: [{ capacity: 'inspector', as: 'assigned' }],
  replaces: theForm,
  input: RecordForm.extend({
    reason,
    publicNote: publicNote.optional(),
    /** Needed where the public was told something before: the term of the correction runs from this day. */
    errorEstablishedOn: day.optional(),
  }),
  stageOf: resultStageOf,
  once: (state, actor) => (anotherCorrects(state.results[actor.department], actor) ? 'CORRECTION_RUNNING' : undefined),
  facts: (state, input, actor) => formQuestions(state, actor, input),
  decide(state, { reason: why, publicNote: note, errorEstablishedOn: established, ...form }, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (result && onShow(result) && !note) return refuse('PUBLIC_NOTE_NEEDED', { field: 'publicNote' });
    if (result && decidedBefore(result)) {
      if (!established) return refuse('ERROR_DAY_NEEDED', { field: 'errorEstablishedOn' });
      if (established > occasion.today || established < (result.completedOn ?? ''))
        return refuse('ERROR_DAY_UNFIT', { field: 'errorEstablishedOn' });
    }
    return takeForm(state, form, { reason: why, publicNote: note }, actor, occasion, facts);
  },
});
