import type { Texts } from '../views/texts';

interface FilterField {
  name: string;
  label: { text: string };
  value?: string;
  items?: readonly { value: string; text: string; selected?: boolean }[];
}

/**
 * What a list is filtered by, one chip a condition, each leading to the list without it.
 * @param query what the address asks for
 * @param address of the list with other conditions; it begins at the first row
 */
export function filterChips<Query extends object>(
  { marks }: Pick<Texts, 'marks'>,
  fields: readonly FilterField[],
  query: Query,
  address: (query: Query) => string,
): { text: string; removeHref: string }[] {
  return fields.flatMap(({ name, label, value, items }) => {
    const asked = (query as Record<string, unknown>)[name];
    if (typeof asked !== 'string' || asked === '') return [];
    const words = items?.find((item) => item.value === asked)?.text ?? value ?? asked;
    return [{ text: `${label.text}${marks.colon}${words}`, removeHref: address({ ...query, [name]: undefined }) }];
  });
}
