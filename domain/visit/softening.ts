import type { FactAnswers } from '../facts';
import { isClean, type RecordForm } from './record-form';

/** What a later version of a form no longer says. */
export interface Softened {
  /** Code of the earlier version. */
  from?: string;
  to: string;
  /** Items whose problem is gone. */
  items: string[];
}

/**
 * Whether a form takes back what the version before it said: from any code but 1 or F to one of them, or a row, or the
 * problem outside the list, from a problem to none. Nothing where it does not.
 */
export function softenedBy(before: FactAnswers['recordedForm'], form: RecordForm): Softened | undefined {
  const items = (before.rows ?? [])
    .filter(({ finding }) => finding === 'problem')
    .map(({ item }) => item)
    .filter((item) => form.rows.find((row) => row.item === item)?.finding !== 'problem');
  const code = before.code !== undefined && !isClean(before.code) && isClean(form.code);
  const other = before.otherProblem !== undefined && form.otherProblem === undefined;
  return code || other || items.length > 0 ? { from: before.code, to: form.code, items } : undefined;
}
