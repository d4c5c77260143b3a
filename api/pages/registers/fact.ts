/** A row of a summary list; nothing to say is said with a dash. */
export function fact(key: string, value: string | readonly string[] | null | undefined) {
  if (Array.isArray(value) && value.length > 0)
    return { key: { text: key }, value: { lines: value as readonly string[] } };
  return { key: { text: key }, value: { text: typeof value === 'string' && value !== '' ? value : '—' } };
}
