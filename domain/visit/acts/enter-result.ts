import { defineAct } from '../../act';
import { reason } from '../../fields';
import { takeForm } from '../entering';
import { formQuestions } from '../form-questions';
import { RecordForm } from '../record-form';
import { resultStageOf } from '../result';
import { theForm } from '../replaced';
import type { VisitState } from '../state';

/** 二（三）谁检查、谁录入、谁负责: only an assigned officer of the department enters its result, or enters it again when it came back. */
export const enterResult = defineAct<VisitState>()({
  name: 'visit.enterResult',
  stages: ['awaitingVisit'],
  by: [{ capacity: 'inspector', as: 'assigned' }],
  /** `reason` is needed where a version that came back recorded a problem and this one does not. */
  replaces: theForm,
  input: RecordForm.extend({ reason: reason.optional() }),
  stageOf: resultStageOf,
  facts: (state, input, actor) => formQuestions(state, actor, input),
  decide(state, { reason: why, ...form }, actor, occasion, facts) {
    const publicNote = state.results[actor.department]?.publicNote;
    return takeForm(state, form, { reason: why, publicNote }, actor, occasion, facts);
  },
});
