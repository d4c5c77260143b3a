import { z } from 'zod';

type Wrapped = { innerType?: z.core.$ZodType };

/** Fields of an input that name uploaded files, by the mark in its schema (`fileIds`). */
export function fileFields(input: z.ZodObject): string[] {
  return Object.entries(input.shape)
    .filter(([, field]) => marked(field as z.core.$ZodType))
    .map(([name]) => name);
}

/** Ids of the files that what was said with an act names. */
export function filesNamed(input: z.ZodObject, said: Record<string, unknown> | null): string[] {
  return fileFields(input).flatMap((field) => {
    const ids = said?.[field];
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  });
}

function marked(field: z.core.$ZodType | undefined): boolean {
  if (!field) return false;
  if (z.globalRegistry.get(field)?.['widget'] === 'file') return true;
  return marked((field._zod.def as Wrapped).innerType);
}
