const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id for a column of type uuid, so that its index serves; text that is none is no row's id. */
export function uuidOrNull(text: string): string | null {
  return uuid.test(text) ? text : null;
}
