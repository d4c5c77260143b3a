/** A person's words as they stand in a LIKE pattern: per cent, underscore and backslash are themselves. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** The LIKE pattern of whatever contains a person's words. */
export function containing(text: string): string {
  return `%${literally(text)}%`;
}

/** The LIKE pattern of whatever begins with a person's words. */
export function beginningWith(text: string): string {
  return `${literally(text)}%`;
}
