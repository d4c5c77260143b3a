import { every, rowsOf, sql, words, type Sql } from '../../db/sql';
import type { Queryable } from '../../db/queryable';

/** A list in one fixed order, of which any stretch can be asked by the place of a row. */
export interface OrderedList<Row> {
  /** `SELECT …` with a column `place`: where a row stands, in a form that `placeOf` reads. */
  columns: Sql;
  /** `… FROM …`, without WHERE. */
  from: Sql;
  where: Sql;
  /** Columns of the order, all descending; together they tell every two rows apart and no act changes them. */
  order: readonly string[];
  /** The least first instead of the greatest. */
  ascending?: boolean;
  /**
   * What tells a row whatever becomes of it; given where an act may take a row out of the list or to another place, so that
   * a list that is read whole holds the rows that it had at the beginning.
   */
  keyed?: Sql;
  /** The values of the order at a place; nothing for a place that nobody could have been given. */
  placeOf(place: string): Sql[] | undefined;
  /** A row as its readers may see it; as it is where nothing is said. */
  seen?(row: Row): Row;
}

export interface Placed {
  place: string;
}

/** From where on: after a place, before it, or from the beginning. */
export interface Stretch {
  after?: string;
  before?: string;
  size: number;
}

export interface StretchOfList<Row> {
  rows: Row[];
  total: number;
  /** How many rows of the list stand before the first of these. */
  ahead: number;
  /** Whether rows follow on the last of these. */
  more: boolean;
}

/**
 * One page of a list by the place of its first row, not by its number: what comes in or goes meanwhile neither shows a row
 * twice nor hides one.
 */
export async function stretchOf<Row extends Placed>(
  database: Queryable,
  list: OrderedList<Row>,
  { after, before, size }: Stretch,
): Promise<StretchOfList<Row>> {
  const until = before === undefined ? undefined : list.placeOf(before);
  const newer = until && (await ask<Row>(database, list, { beyond: until, upwards: true, limit: size + 1 }));
  // Where less than a page stands before a place, the page is the first one, and that one is whole.
  const whole = newer && newer.length >= size;
  const from = newer || after === undefined ? undefined : list.placeOf(after);
  const found = whole ? newer : await ask<Row>(database, list, { beyond: from, upwards: false, limit: size + 1 });
  const rows = whole ? found.slice(0, size).reverse() : found.slice(0, size);
  const [counted] = await rowsOf<{ total: number; ahead: number }>(
    database,
    sql`SELECT count(*)::int AS total, ${whole || from ? aheadOf(list, rows[0], from) : sql`0`} AS ahead FROM ${list.from} WHERE ${list.where}`,
  );
  const { total = 0, ahead = 0 } = counted ?? {};
  return { rows, total, ahead, more: whole ? ahead + rows.length < total : found.length > size };
}

/** How many rows a list has. */
export async function countOf(
  database: Queryable,
  list: Pick<OrderedList<unknown>, 'from' | 'where'>,
): Promise<number> {
  const [counted] = await rowsOf<{ total: number }>(
    database,
    sql`SELECT count(*)::int AS total FROM ${list.from} WHERE ${list.where}`,
  );
  return counted?.total ?? 0;
}

/**
 * The whole list in the order of its pages, some rows at a time; no connection is held while a slow reader takes them. Every
 * row that stood there at the beginning comes once, whatever comes in, goes or moves meanwhile.
 */
export async function* wholeList<Row extends Placed>(
  database: Queryable,
  list: OrderedList<Row>,
  size = 1000,
): AsyncGenerator<Row[]> {
  if (list.keyed) return yield* asItStood(database, list, list.keyed, size);
  let beyond: Sql[] | undefined;
  for (;;) {
    const rows = await ask<Row>(database, list, { beyond, upwards: false, limit: size });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    beyond = list.placeOf(last.place);
    if (!beyond) throw new RangeError(`A list does not know its own place ${last.place}.`);
  }
}

/** Which rows there are is asked once; what they say, some at a time. */
async function* asItStood<Row>(
  database: Queryable,
  list: OrderedList<Row>,
  keyed: Sql,
  size: number,
): AsyncGenerator<Row[]> {
  const order = orderOf(list, list.ascending ? 'ASC' : 'DESC');
  const standing = await rowsOf<{ key: string }>(
    database,
    sql`SELECT ${keyed}::text AS key FROM ${list.from} WHERE ${list.where} ORDER BY ${order}`,
  );
  for (let first = 0; first === 0 || first < standing.length; first += size) {
    const keys = standing.slice(first, first + size).map(({ key }) => key);
    const rows = await rowsOf<Row>(
      database,
      sql`SELECT ${list.columns} FROM ${list.from} WHERE ${keyed}::text = ANY(${keys}::text[]) ORDER BY array_position(${keys}::text[], ${keyed}::text)`,
    );
    yield rows.map((row) => list.seen?.(row) ?? row);
  }
}

const orderOf = ({ order }: Pick<OrderedList<never>, 'order'>, direction: 'ASC' | 'DESC'): Sql =>
  words(order.map((column) => `${column} ${direction}`).join(', '));

async function ask<Row>(
  database: Queryable,
  list: OrderedList<Row>,
  { beyond, upwards, limit }: { beyond?: Sql[]; upwards: boolean; limit: number },
): Promise<Row[]> {
  const rises = upwards !== Boolean(list.ascending);
  const where = beyond ? every([list.where, compare(list, rises ? '>' : '<', beyond)]) : list.where;
  const order = orderOf(list, rises ? 'ASC' : 'DESC');
  const rows = await rowsOf<Row>(
    database,
    sql`SELECT ${list.columns} FROM ${list.from} WHERE ${where} ORDER BY ${order} LIMIT ${limit}`,
  );
  return rows.map((row) => list.seen?.(row) ?? row);
}

function aheadOf(
  list: Pick<OrderedList<never>, 'order' | 'placeOf' | 'ascending'>,
  first: Placed | undefined,
  from: Sql[] | undefined,
): Sql {
  if (first)
    return sql`count(*) FILTER (WHERE ${compare(list, list.ascending ? '<' : '>', list.placeOf(first.place) ?? [])})::int`;
  return from ? sql`count(*)::int` : sql`0`;
}

function compare({ order }: Pick<OrderedList<never>, 'order'>, sign: '<' | '>', [first, ...others]: Sql[]): Sql {
  if (!first) return sql`FALSE`;
  const values = others.reduce((list, value) => sql`${list}, ${value}`, first);
  return sql`(${words(order.join(', '))}) ${words(sign)} (${values})`;
}
