import type { z } from 'zod';
import { branchOf, shapeOf } from './schema-shape';

export type FieldPath = readonly (string | number)[];

/** Name as forms post it: `conditions[0][text]`. */
export function nameOf(path: FieldPath): string {
  const [first = '', ...rest] = path;
  return `${first}${rest.map((part) => `[${part}]`).join('')}`;
}

/** Id of the field in the page, and so the target of the error summary: `conditions-0-text`. */
export const idOf = (path: FieldPath): string => path.join('-');

/** What stands at a path of plain data; only own properties are followed. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((inner, part) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, part)) return undefined;
    return (inner as Record<string | number, unknown>)[part];
  }, value);
}

export interface Place {
  /** The path of the field that a person sees; an item of a list of ticks belongs to the list. */
  path: FieldPath;
  schema: z.core.$ZodType;
}

/** The field of the form that an issue at this path belongs to. */
export function placeOf(schema: z.core.$ZodType, path: readonly PropertyKey[], values: unknown): Place {
  let place: Place = { path: [], schema };
  for (const part of path) {
    const shape = shapeOf(place.schema);
    const inner = typeof part === 'symbol' ? undefined : stepInto(shape, part, valueAt(values, place.path));
    if (!inner) return place;
    place = { path: [...place.path, part as string | number], schema: inner };
  }
  return place;
}

function stepInto(
  shape: ReturnType<typeof shapeOf>,
  part: string | number,
  value: unknown,
): z.core.$ZodType | undefined {
  if (shape.kind === 'object') return Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
  if (shape.kind === 'union') {
    const branch = branchOf(shape, valueAt(value, [shape.discriminator ?? '']));
    return branch && stepInto(shapeOf(branch), part, value);
  }
  if (shape.kind !== 'list' || !shape.element || typeof part !== 'number') return undefined;
  return shapeOf(shape.element).kind === 'object' ? shape.element : undefined;
}
