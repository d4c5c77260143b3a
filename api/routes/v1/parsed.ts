import type { z } from 'zod';
import { Refusal } from '../../../domain/refusal';

/**
 * What was given, as its schema reads it.
 * @throws Refusal INVALID_INPUT with everything that the schema minds
 */
export function parsed<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const read = schema.safeParse(given);
  if (!read.success) throw new Refusal('INVALID_INPUT', { issues: read.error.issues });
  return read.data;
}
