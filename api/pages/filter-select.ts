import type { Texts } from '../views/texts';

interface FilterSelect {
  name: string;
  label: string;
  items: readonly { value: string; text: string }[];
  /** What the address asks for; all where it asks for nothing. */
  chosen: string | undefined;
}

/** A choice of a list's filter, with “全部” before everything else. */
export function filterSelect({ t }: Pick<Texts, 't'>, { name, label, items, chosen }: FilterSelect) {
  return {
    widget: 'select',
    id: name,
    name,
    label: { text: label },
    items: [
      { value: '', text: t('pages:cases.all') },
      ...items.map((item) => ({ ...item, selected: item.value === chosen })),
    ],
  };
}

/** Values with their words, as a filter offers them. */
export const asItems = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([value, text]) => ({ value, text }));
