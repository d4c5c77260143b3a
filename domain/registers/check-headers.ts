import { Refusal } from '../refusal';
import { trimmed } from './cell-text';

/** Head of the first column in a file that was given back with what was found in it. */
export const annotationHead = '检查结果';

/** Whether a header row is that of a file given back; its first column is ours and not the person's. */
export const isAnnotated = (found: readonly string[]): boolean => trimmed(found[0] ?? '') === annotationHead;

/**
 * Whether the header row is the form's, in its order.
 * @throws Refusal IMPORT_HEADERS with the missing, unknown and misplaced columns
 */
export function checkHeaders(found: readonly string[], expected: readonly string[]): void {
  const names = found.map(trimmed);
  const missing = expected.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !expected.includes(name));
  const inOrder = names.length === expected.length && expected.every((name, index) => names[index] === name);
  if (!inOrder) throw new Refusal('IMPORT_HEADERS', { missing, unknown, expected: [...expected] });
}
