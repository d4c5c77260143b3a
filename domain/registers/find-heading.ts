import { normalForm } from '../text/normal-form';
import { isBlank } from './cell-text';
import { longestHead } from './check-headers';

/** How far down a heading is looked for: lists have a title, a unit and a day above it. */
export const headingWithin = 30;

/** Which of the first records is the heading, and how many of the expected names stand in it; the first one where none has any. */
export function findHeading(
  records: readonly (readonly string[])[],
  expected: readonly string[],
): { index: number; named: number } {
  const forms = new Set(expected.map(normalForm));
  let best = { index: 0, named: 0 };
  for (const [index, cells] of records.slice(0, headingWithin).entries()) {
    const short = cells.filter((cell) => cell.length <= longestHead);
    const named = new Set(short.map(normalForm).filter((form) => forms.has(form))).size;
    if (named > best.named) best = { index, named };
  }
  return best;
}

/** A heading without the empty columns at its end. */
export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1] ?? '')) width -= 1;
  return cells.slice(0, width);
}
