import { createHash } from 'node:crypto';
import type { Placed, Stretch, StretchOfList } from './ordered-list';

/** Another order of a list than its own, which tells rows of one value apart. */
export interface RowOrder<Row> {
  /** The text by which the rows stand, numbers in it by their size; nothing stands last, whichever way the list runs. */
  by: (row: Row) => string | null;
  descending: boolean;
}

/** A list with its places, and how many rows stand before one of them: those until it, and with the row that it is of. */
interface Listed<Row> {
  rows: readonly Row[];
  placed(row: Row): string;
  find(place: string): { before: number; upTo: number } | undefined;
}

/** inspector-2 before inspector-10, 安 before 北. */
const asPeopleSort = new Intl.Collator('zh-CN', { numeric: true });

/**
 * One page of a list that is read whole, by the place of its first row, as `stretchOf` gives it of a long one. A place that
 * the list has no longer is passed over.
 * @param placeOf tells every two rows apart, and stays while a row changes
 */
export function stretchOfRows<Row>(
  all: readonly Row[],
  placeOf: (row: Row) => string,
  { after, before, size }: Stretch,
  order?: RowOrder<Row>,
): StretchOfList<Row & Placed> {
  const listed = order ? sorted(all, placeOf, order) : asItStands(all, placeOf);
  const until = before === undefined ? undefined : listed.find(before);
  const from = until || after === undefined ? undefined : listed.find(after);
  const first = until ? Math.max(0, until.before - size) : (from?.upTo ?? 0);
  const rows = listed.rows.slice(first, first + size).map((row) => ({ ...row, place: listed.placed(row) }));
  return { rows, total: all.length, ahead: first, more: first + rows.length < all.length };
}

function asItStands<Row>(rows: readonly Row[], placed: (row: Row) => string): Listed<Row> {
  return {
    rows,
    placed,
    find(place) {
      const at = rows.findIndex((row) => placed(row) === place);
      return at < 0 ? undefined : { before: at, upTo: at + 1 };
    },
  };
}

/**
 * Sorted, a row whose value changes while somebody reads on moves itself and no other: its place knows where it stood and
 * by which value, of which it keeps a mark alone, so that no name stands in an address.
 */
function sorted<Row>(
  all: readonly Row[],
  placeOf: (row: Row) => string,
  { by, descending }: RowOrder<Row>,
): Listed<Row> {
  const compare = (one: string, other: string) =>
    one === '' || other === ''
      ? Number(one === '') - Number(other === '')
      : asPeopleSort.compare(one, other) * (descending ? -1 : 1);
  const keyed = all.map((row) => ({ row, key: by(row) ?? '' })).sort((one, other) => compare(one.key, other.key));
  const rows = keyed.map(({ row }) => row);
  return {
    rows,
    placed: (row) => `${rows.indexOf(row)}~${markOf(by(row) ?? '')}~${placeOf(row)}`,
    find(text) {
      const [, stood, mark, place] = /^(\d{1,7})~([0-9a-f]{8})~([^]+)$/.exec(text) ?? [];
      const at = rows.findIndex((row) => placeOf(row) === place);
      const found = keyed[at];
      if (!found) return undefined;
      if (markOf(found.key) === mark) return { before: at, upTo: at + 1 };
      const then = Math.min(Number(stood), all.length);
      return { before: at < then ? then + 1 : then, upTo: at > then ? then : then + 1 };
    },
  };
}

const markOf = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 8);
