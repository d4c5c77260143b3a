import { pathTo, type PathName } from '../paths';
import type { Texts } from '../views/texts';
import { filterChips } from './filter-chips';
import { hiddenConditions } from './hidden-conditions';

type Field = Parameters<typeof filterChips>[1][number] & Record<string, unknown>;

/**
 * The filter of a list whose address is the list's name: its fields, what else was asked of the list, and a chip a condition.
 * @param query what the address asks for, without the place in the list
 * @param unsaid fields that narrow nothing as they stand
 */
export function listFilter<Query extends Record<string, string | undefined>>(
  texts: Pick<Texts, 'marks'>,
  name: PathName,
  { fields, query, unsaid = [] }: { fields: Field[]; query: Query; unsaid?: readonly string[] },
) {
  return {
    action: pathTo(name),
    clearHref: pathTo(name),
    hidden: hiddenConditions(fields, query),
    active: filterChips(
      texts,
      fields.filter((field) => !unsaid.includes(field.name)),
      query,
      (left) => pathTo(name, { ...left }),
    ),
    fields,
  };
}
