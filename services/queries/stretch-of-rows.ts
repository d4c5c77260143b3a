import type { Placed, Stretch, StretchOfList } from './ordered-list';

/**
 * One page of a list that is read whole, by the place of its first row, as `stretchOf` gives it of a long one. A place that
 * the list has no longer is passed over.
 * @param placeOf tells every two rows apart, and stays while a row changes
 */
export function stretchOfRows<Row>(
  all: readonly Row[],
  placeOf: (row: Row) => string,
  { after, before, size }: Stretch,
): StretchOfList<Row & Placed> {
  const at = (place: string | undefined) => (place === undefined ? -1 : all.findIndex((row) => placeOf(row) === place));
  const until = at(before);
  const first = until >= 0 ? Math.max(0, until - size) : at(after) + 1;
  const rows = all.slice(first, first + size).map((row) => ({ ...row, place: placeOf(row) }));
  return { rows, total: all.length, ahead: first, more: first + rows.length < all.length };
}
