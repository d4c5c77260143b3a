import { z } from 'zod';

/** Which column a list is sorted by, as its address has it: `-` before the column where the greatest stands first. */
export const sortField = { sort: z.string().max(60).optional().catch(undefined) };

/** The column and the way that an address asks for, of those that the list has; nothing for its own order. */
export function askedSort<Column extends string>(
  sort: string | undefined,
  columns: readonly Column[],
): { column: Column; descending: boolean } | undefined {
  const name = sort?.replace(/^-/, '');
  const column = columns.find((candidate) => candidate === name);
  return column === undefined ? undefined : { column, descending: sort !== name };
}

/** What the head of a column leads to: its order, and pressed again the other way round. The reader then begins at the first row. */
export function sortLink(
  sort: string | undefined,
  column: string,
  address: (sort: string) => string,
): { href: string; direction?: 'ascending' | 'descending' } {
  if (sort === column) return { href: address(`-${column}`), direction: 'ascending' };
  return sort === `-${column}` ? { href: address(column), direction: 'descending' } : { href: address(column) };
}
