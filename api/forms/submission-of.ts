import { randomUUID } from 'node:crypto';

/** The submission id that a form carries, which makes a second click harmless; a new one where it carries none. */
export function submissionOf(body: Record<string, unknown>): string {
  const given = body['submissionId'];
  return typeof given === 'string' && /^[0-9a-f-]{36}$/.test(given) ? given : randomUUID();
}
