import { Refusal } from '../refusal';
import { normalForm, sameText } from '../text/normal-form';
import { trimmed } from './cell-text';

/** Head of the first column in a file that was given back with what was found in it. */
export const annotationHead = '检查结果';

/** Whether a header row is that of a file given back; its first column is ours and not the person's. */
export const isAnnotated = (found: readonly string[]): boolean => trimmed(found[0] ?? '') === annotationHead;

/** No head of a column is as long; a cell of megabytes is not looked at further. */
export const longestHead = 100;

/** Whether a header row is the form's, in its order, in any width and with any brackets. */
export const isHeading = (found: readonly string[], expected: readonly string[]): boolean =>
  found.length === expected.length &&
  expected.every((name, index) => {
    const cell = found[index] ?? '';
    return cell.length <= longestHead && sameText(name, cell);
  });

/**
 * Whether the header row is the form's, in its order.
 * @throws Refusal IMPORT_HEADERS with the missing, unknown and misplaced columns
 */
export function checkHeaders(found: readonly string[], expected: readonly string[]): void {
  if (isHeading(found, expected)) return;
  const forms = (names: readonly string[]) => new Set(names.map(normalForm));
  const [have, want] = [forms(found), forms(expected)];
  const missing = expected.filter((name) => !have.has(normalForm(name)));
  const unknown = found.map(trimmed).filter((name) => !want.has(normalForm(name)));
  throw new Refusal('IMPORT_HEADERS', { missing, unknown, expected: [...expected] });
}
