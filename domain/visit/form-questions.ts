import type { Actor } from '../actor';
import type { FactQuestion } from '../facts';
import type { VisitState } from './state';

/** What must be known before a form is taken: this department's items of the check, the files named, and the version before it. */
export function formQuestions(state: VisitState, { department }: Actor, attachments: string[]) {
  return {
    items: { kind: 'checkItems', check: state.check, department },
    files: { kind: 'attachments', ids: attachments },
    before: {
      kind: 'recordedForm',
      visit: state.id,
      department,
      version: state.results[department]?.version ?? 0,
    },
  } satisfies Record<string, FactQuestion>;
}
