import type { z } from 'zod';
import { shapeOf } from './schema-shape';

/** Fields of a form that take files, by the mark in its schema. */
export function fileFields(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape)
    .filter(([, field]) => shapeOf(field as z.core.$ZodType).meta.widget === 'file')
    .map(([name]) => name);
}
