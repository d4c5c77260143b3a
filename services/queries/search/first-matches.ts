/** So many things in their order are looked at one by one before the arrays are asked. */
export const walked = 2000;

/** The first matches of a group, in its order. */
export interface Matches<Row> {
  rows: Row[];
  more: boolean;
  /** Where the next page begins, where that is not the last row. */
  last?: string;
}

/** Where a page begins and how long it is; the place is the id of the last row of the page before. */
export interface SearchPage {
  after?: string;
  size: number;
}

/**
 * The first matches. Words that stand everywhere are found by looking at the first things one by one, rare ones by their pairs
 * of signs: so a search takes no longer the more there is to be searched.
 * @param near asks the first `walked` things in the order
 * @param found asks the arrays
 */
export async function firstMatches<Row>(
  size: number,
  near: (limit: number) => Promise<Row[]>,
  found: (limit: number) => Promise<Row[]>,
): Promise<Matches<Row>> {
  const limit = size + 1;
  const first = await near(limit);
  const rows = first.length === limit ? first : await found(limit);
  return { rows: rows.slice(0, size), more: rows.length === limit };
}
