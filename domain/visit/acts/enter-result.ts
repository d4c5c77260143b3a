import { defineAct } from '../../act';
import { takeForm } from '../entering';
import { formQuestions } from '../form-questions';
import { RecordForm } from '../record-form';
import { resultStageOf } from '../result';
import type { VisitState } from '../state';

/** 二（三）谁检查、谁录入、谁负责: only an assigned officer of the department enters its result. */
export const enterResult = defineAct<VisitState>()({
  name: 'visit.enterResult',
  stages: ['awaitingVisit'],
  by: [{ capacity: 'inspector', as: 'assigned' }],
  input: RecordForm,
  stageOf: resultStageOf,
  facts: (state, input, actor) => formQuestions(state.check, actor.department, input.attachments),
  decide: (state, input, actor, occasion, facts) => takeForm(state, input, actor, occasion, facts),
});
