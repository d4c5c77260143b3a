import { pathTo, type PathName } from '../paths';
import type { Texts } from '../views/texts';
import { filterChips } from './filter-chips';
import { hiddenConditions } from './hidden-conditions';

type Field = Parameters<typeof filterChips>[1][number] & Record<string, unknown>;

/**
 * The filter of a list whose address is the list's name: its fields, what else was asked of the list, and a chip a condition.
 * @param query what the address asks for, without the place in the list
 * @param parts of the address that are no conditions, such as a number
 * @param unsaid fields that narrow nothing as they stand
 * @param besides conditions that no field asks for and that have a chip all the same: a link led there
 */
export function listFilter<Query extends Record<string, string | undefined>>(
  texts: Pick<Texts, 'marks'>,
  name: PathName,
  {
    fields,
    query,
    parts = {},
    unsaid = [],
    besides = [],
  }: {
    fields: Field[];
    query: Query;
    parts?: Record<string, string>;
    unsaid?: readonly string[];
    besides?: readonly Field[];
  },
) {
  return {
    action: pathTo(name, parts),
    clearHref: pathTo(name, parts),
    hidden: hiddenConditions(fields, query),
    active: filterChips(texts, [...fields.filter((field) => !unsaid.includes(field.name)), ...besides], query, (left) =>
      pathTo(name, { ...parts, ...left }),
    ),
    fields,
  };
}
