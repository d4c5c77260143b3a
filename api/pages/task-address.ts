import { kindOf } from '../../domain/processes';
import type { ToDoLine } from '../../services/queries/cases/to-do';
import { faces } from '../faces';
import { caseAddress, pathTo } from '../paths';

/** Where a person goes to do what waits for them: the case, or the list of those that one line stands for. */
export function taskAddress({
  act,
  caseId,
  cases,
  parentId,
}: Pick<ToDoLine, 'act' | 'caseId' | 'cases' | 'parentId'>): string {
  const kind = kindOf(caseId);
  if (!kind || cases === 1 || !parentId) return caseAddress(caseId);
  const { many, listAddress } = faces[kind];
  const parent = parentId.split('/')[1] ?? '';
  if (Object.hasOwn(many, act)) return pathTo('manyActs', { act, within: parent });
  return listAddress?.(parent, act) ?? caseAddress(caseId);
}
