import type { HelperOptions } from 'handlebars';

const isOptions = (value: unknown): value is HelperOptions =>
  typeof value === 'object' && value !== null && 'hash' in value;

/** Handlebars' own notion of truth, so that `and`, `or`, `not` agree with `{{#if}}`. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

const withoutOptions = (values: unknown[]) =>
  values.filter((value, index) => index < values.length - 1 || !isOptions(value));

/** Functions for conditions and for building small values inside a template. */
export const logicFunctions = {
  eq: (left: unknown, right: unknown) => left === right,
  and: (...values: unknown[]) => withoutOptions(values).every(holds),
  or: (...values: unknown[]) => withoutOptions(values).some(holds),
  not: (value: unknown) => !holds(value),
  /** The first value that is there; 0 and '' count as there. */
  first: (...values: unknown[]) => withoutOptions(values).find((value) => value !== undefined && value !== null),
  defined: (value: unknown) => value !== undefined && value !== null,
  concat: (...values: unknown[]) =>
    withoutOptions(values)
      .map((value) => (value === undefined || value === null ? '' : String(value)))
      .join(''),
  obj: (options: HelperOptions) => ({ ...options.hash }) as Record<string, unknown>,
  list: (...values: unknown[]) => withoutOptions(values),
  plus: (left: number, right: number) => left + right,
  json: (value: unknown) => JSON.stringify(value) ?? '',
};
