/**
 * What a list is asked beside the fields of its filter, such as its order or a figure that led there: hidden in the form, so
 * that nothing of the address is lost when it is filtered.
 * @param query what the address asks for, without the place in the list
 */
export function hiddenConditions(
  fields: readonly { name: string }[],
  query: object,
): { name: string; value: string }[] {
  const shown = new Set(fields.map(({ name }) => name));
  return Object.entries(query).flatMap(([name, value]) =>
    shown.has(name) || typeof value !== 'string' || value === '' ? [] : [{ name, value }],
  );
}
