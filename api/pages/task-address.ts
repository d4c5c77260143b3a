import { findAct, kindOf } from '../../domain/processes';
import type { ToDoLine } from '../../services/queries/cases/to-do';
import { faces } from '../faces';
import { caseAddress } from '../paths';

/** Where a person goes to do what waits for them: the case, or the list of those that one line stands for. */
export function taskAddress({
  act,
  caseId,
  cases,
  parentId,
}: Pick<ToDoLine, 'act' | 'caseId' | 'cases' | 'parentId'>): string {
  const kind = kindOf(caseId);
  const list = kind && faces[kind].listAddress;
  if (cases === 1 || !parentId || !list) return caseAddress(caseId);
  return list(parentId.split('/')[1] ?? '', findAct(act)?.act);
}
