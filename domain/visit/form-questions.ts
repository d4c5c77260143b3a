import type { Actor } from '../actor';
import type { FactQuestion } from '../facts';
import { entryQuestions } from './entry-conditions';
import { publishQuestion } from './publication-term';
import type { VisitState } from './state';

interface EnteredForm {
  attachments: string[];
  completedOn: string;
  errorEstablishedOn?: string;
}

/**
 * What must be known before a form is taken: this department's items of the check, the files named, the version before it,
 * the term within which it is to be public, and the conditions of an entry.
 */
export function formQuestions(state: VisitState, actor: Actor, form: EnteredForm) {
  const { department } = actor;
  return {
    items: { kind: 'checkItems', check: state.check, department },
    files: { kind: 'attachments', ids: form.attachments },
    before: {
      kind: 'recordedForm',
      visit: state.id,
      department,
      version: state.results[department]?.version ?? 0,
    },
    register: { kind: 'objectStatus', object: state.object },
    publish: publishQuestion(state.results[department], form),
    ...entryQuestions(state, actor, form.completedOn),
  } satisfies Record<string, FactQuestion>;
}
