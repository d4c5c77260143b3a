/** A posted value as the fields within it; nothing else than an object has fields. */
export function asBody(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
