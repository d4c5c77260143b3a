import { kindOf } from '../domain/processes';
import type { CaseKind } from '../domain/process';

const types: Record<CaseKind, string> = {
  'joint-check': 'jointCheck',
  consultation: 'consultation',
  draw: 'draw',
  visit: 'visit',
  referral: 'referral',
};

/**
 * The workflow that runs a case.
 * @throws RangeError for an id of no known kind
 */
export function workflowTypeOf(caseId: string): string {
  const kind = kindOf(caseId);
  if (!kind) throw new RangeError(`No workflow runs cases named like "${caseId}".`);
  return types[kind];
}
