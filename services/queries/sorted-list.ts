import { sql, words, type Sql } from '../../db/sql';
import type { OrderedList, Placed } from './ordered-list';

/** The most that is compared of a value: what follows decides nothing for a reader, and a place travels in an address. */
const compared = 150;

interface Key {
  /** SQL that gives the text by which the rows stand; NULL and nothing stand last, whichever way the list runs. */
  by: Sql;
  descending: boolean;
}

/**
 * A list in another order than its own, which tells rows of one value apart. A place keeps the value of its day: a row whose
 * value changes while somebody reads on moves itself and no other.
 */
export function sortedBy<Row extends Placed>(
  list: OrderedList<Row>,
  { by, descending }: Key,
): OrderedList<Row & { sortKey: string }> {
  const [blank, filled] = descending ? ['0', '1'] : ['1', '0'];
  return {
    ...list,
    columns: sql`${list.columns}, sorted.key AS "sortKey"`,
    from: sql`${list.from} CROSS JOIN LATERAL (SELECT left(${by}, ${compared}) AS value) valued
      CROSS JOIN LATERAL (SELECT CASE WHEN COALESCE(valued.value, '') = '' THEN ${words(`'${blank}'`)} ELSE ${words(`'${filled}'`)} || valued.value END AS key) sorted`,
    order: ['sorted.key', ...list.order],
    ascending: !descending,
    placeOf(text) {
      const [key, place] = readPlace(text) ?? [];
      const own = place === undefined ? undefined : list.placeOf(place);
      return own && [sql`${key}::text`, ...own];
    },
    seen(row) {
      const seen = list.seen?.(row) ?? row;
      return { ...seen, sortKey: row.sortKey, place: JSON.stringify([row.sortKey, seen.place]) };
    },
  };
}

function readPlace(text: string): [string, string] | undefined {
  if (!text.startsWith('[')) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parts = Array.isArray(read) ? (read as unknown[]) : [];
  const [key, place] = parts;
  const said = typeof key === 'string' && typeof place === 'string' && !text.includes('\\u0000');
  return said && parts.length === 2 ? [key, place] : undefined;
}
