import type { FactQuestion } from '../facts';

/** What must be known before a form is taken: this department's items of the check, and the files named. */
export function formQuestions(check: string, department: string, attachments: string[]) {
  return {
    items: { kind: 'checkItems', check, department },
    files: { kind: 'attachments', ids: attachments },
  } satisfies Record<string, FactQuestion>;
}
