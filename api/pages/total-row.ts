import type { Texts } from '../views/texts';

/**
 * The last row of a table of figures: their sums, where a sum means something. None below a single row, which it would repeat.
 * @param figures a function a column after the first, nothing for a column whose sum says nothing
 * @param part whether the table has only some of the rows, so that the sums are of those alone
 */
export function totalRow<Row>(
  { t, formatNumber }: Pick<Texts, 't' | 'formatNumber'>,
  rows: readonly Row[],
  figures: readonly (((row: Row) => number) | undefined)[],
  part = false,
): { text: string }[] | undefined {
  if (rows.length < 2) return undefined;
  return [
    { text: t(part ? 'components:table.totalOfPart' : 'components:table.total') },
    ...figures.map((figure) => ({
      text: figure ? formatNumber(rows.reduce((sum, row) => sum + figure(row), 0)) : '',
    })),
  ];
}
