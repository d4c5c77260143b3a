import { z } from 'zod';

/** What a schema may say of its widget, by `.meta()`. */
export interface FieldMeta {
  widget?: 'text' | 'textarea' | 'select' | 'radios' | 'checkboxes' | 'date' | 'file' | 'number' | 'hidden' | 'money';
  /** Name of a list of choices that the caller gives. */
  options?: string;
}

export type Kind =
  'string' | 'date' | 'number' | 'boolean' | 'choice' | 'list' | 'object' | 'union' | 'record' | 'other';

export interface Shape {
  kind: Kind;
  optional: boolean;
  meta: FieldMeta;
  /** Values of an enumeration or of literals, as they are in the schema. */
  values: readonly (string | number | boolean)[];
  fields: Readonly<Record<string, z.core.$ZodType>>;
  element?: z.core.$ZodType;
  branches: readonly z.core.$ZodType[];
  discriminator?: string;
  minimum?: number;
  maximum?: number;
}

const wrappers = new Set([
  'optional',
  'nullable',
  'default',
  'prefault',
  'catch',
  'readonly',
  'nonoptional',
  'lazy',
  'pipe',
]);
const optionalWrappers = new Set(['optional', 'default', 'prefault', 'nullable', 'catch']);

type Definition = z.core.$ZodTypeDef & {
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  out?: z.core.$ZodType;
  getter?: () => z.core.$ZodType;
  format?: string;
  entries?: Record<string, string | number>;
  values?: readonly (string | number | boolean)[];
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  discriminator?: string;
  checks?: readonly z.core.$ZodCheck<never>[];
};

const definitionOf = (schema: z.core.$ZodType) => schema._zod.def as Definition;

function inside(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const definition = definitionOf(schema);
  if (!wrappers.has(definition.type)) return undefined;
  if (definition.type === 'lazy') return definition.getter?.();
  if (definition.type !== 'pipe') return definition.innerType;
  const first = definition.in;
  return first && definitionOf(first).type === 'transform' ? definition.out : first;
}

function kindOf({ type, format, values }: Definition): Kind {
  if (type === 'string') return format === 'date' ? 'date' : 'string';
  if (type === 'number' || type === 'bigint') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'literal') return values?.every((value) => typeof value === 'boolean') ? 'boolean' : 'choice';
  if (type === 'enum') return 'choice';
  if (type === 'array' || type === 'set') return 'list';
  if (type === 'object' || type === 'union' || type === 'record') return type;
  return 'other';
}

type Check = { check: string; minimum?: number; maximum?: number; length?: number; value?: unknown };

const atLeast = ({ check, minimum, length, value }: Check) =>
  check === 'min_length' ? minimum : check === 'length_equals' ? length : check === 'greater_than' ? value : undefined;
const atMost = ({ check, maximum, length, value }: Check) =>
  check === 'max_length' ? maximum : check === 'length_equals' ? length : check === 'less_than' ? value : undefined;

/** The narrowest limits: of length for texts and lists, of value for numbers. */
function limits({ checks = [] }: Definition): { minimum?: number; maximum?: number } {
  const all = checks.map((check) => check._zod.def as Check);
  const least = all.map(atLeast).filter((limit) => typeof limit === 'number');
  const most = all.map(atMost).filter((limit) => typeof limit === 'number');
  return {
    minimum: least.length > 0 ? Math.max(...least) : undefined,
    maximum: most.length > 0 ? Math.min(...most) : undefined,
  };
}

/** What a form needs to know of a schema; wrappers such as `.optional()` and `.default()` are looked through. */
export function shapeOf(schema: z.core.$ZodType): Shape {
  let current = schema;
  let optional = false;
  let meta: FieldMeta = {};
  for (;;) {
    meta = { ...(z.globalRegistry.get(current) as FieldMeta | undefined), ...meta };
    if (optionalWrappers.has(definitionOf(current).type)) optional = true;
    const next = inside(current);
    if (!next) break;
    current = next;
  }
  const definition = definitionOf(current);
  return {
    kind: kindOf(definition),
    optional,
    meta,
    values: definition.values ?? Object.values(definition.entries ?? {}),
    fields: definition.shape ?? {},
    element: definition.element,
    branches: definition.options ?? [],
    discriminator: definition.discriminator,
    ...limits(definition),
  };
}

/** The branch of a discriminated union that the given value belongs to. */
export function branchOf({ branches, discriminator }: Shape, value: unknown): z.core.$ZodType | undefined {
  if (!discriminator) return undefined;
  return branches.find((branch) => {
    const key = shapeOf(branch).fields[discriminator];
    return key ? shapeOf(key).values.map(String).includes(String(value)) : false;
  });
}
