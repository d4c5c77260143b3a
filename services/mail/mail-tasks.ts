import type { MailTask } from '../../domain/mail/mail-words';
import type { ToDoLine } from '../queries/cases/to-do';

/** Lines of 待办 as a mail names them: one of several cases by the case that they belong to. */
export function mailTasks(lines: readonly ToDoLine[]): MailTask[] {
  return lines.map(({ act, caseId, parentId, number, cases, due, returned }) => ({
    act,
    caseId: cases > 1 ? (parentId ?? caseId) : caseId,
    number: cases > 1 && parentId ? parentId.slice(parentId.indexOf('/') + 1) : number,
    cases,
    ...(due ? { due } : {}),
    ...(returned ? { returned } : {}),
  }));
}
