import type { Texts } from '../../views/texts';
import type { FoundRow } from './find-many';
import type { SentMany } from './read-many';

/** How many cases an error names before it only counts the others. */
const namedAtMost = 3;

/** What is wrong with the rows of a list, said once each. */
export interface GroupedErrors {
  errorList: { text: string; href: string }[];
  /** What is to be mended in the field that was filled in once for all. */
  atShared?: string;
  /** What is to be said in a row itself, by number of its case. */
  inRows: Map<string, string>;
}

/**
 * One line for each thing that is wrong, however many rows it stands in, with the way to the first of them: to the field
 * that was filled in once for all, where they say nothing of their own.
 */
export function groupedErrors(
  { t, marks }: Pick<Texts, 't' | 'marks'>,
  rows: readonly FoundRow[],
  errors: ReadonlyMap<string, string>,
  sent: SentMany,
  sharedField: string | undefined,
): GroupedErrors {
  const groups = new Map<string, FoundRow[]>();
  for (const row of rows) {
    const text = errors.get(row.one.number);
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), row]);
  }
  const own = ({ one }: FoundRow) => Object.keys(sent.rows.get(one.number)?.values ?? {}).length > 0;
  const found: GroupedErrors = { errorList: [], inRows: new Map() };
  for (const [why, alike] of groups) {
    const names = alike.slice(0, namedAtMost).map(({ one, line }) => line.cells[0]?.text ?? one.title);
    const objects =
      alike.length > namedAtMost
        ? t('pages:many.namedAndMore', { names: names.join(marks.list), count: alike.length })
        : names.join(marks.list);
    const isShared = sharedField !== undefined && alike.length > 1 && !alike.some(own);
    const href = isShared ? `#${sharedField}` : `#row-${alike[0]?.one.number ?? ''}`;
    found.errorList.push({ text: t('pages:many.notDone', { objects, why }), href });
    if (isShared) found.atShared ??= why;
    else for (const { one } of alike) found.inRows.set(one.number, why);
  }
  return found;
}
