import { isWellFormed } from '../../proof/bytes';
import { ID_PATTERN } from './ids';
import { refuse, type RefusalCode, type RefusalParams } from './refusals';

/** Checks one value; `where` names it for the refusal. */
export type Check = (value: unknown, where: RefusalParams) => void;

/** Keys of an object and how each is checked; keys in `optional` may be absent. */
export interface Shape {
  keys: Readonly<Record<string, Check>>;
  optional?: readonly string[];
  /** Whether further keys are allowed. */
  open?: boolean;
}

function inner(where: RefusalParams, key: string): RefusalParams {
  return { ...where, key: where.key === undefined ? key : `${where.key}.${key}` };
}

/** @throws DrawRefusal wrong-type, key-missing, key-unknown, and what the checks of the keys refuse */
export function checkShape(
  value: unknown,
  shape: Shape,
  where: RefusalParams,
): asserts value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse('wrong-type', { ...where, expected: 'object' });
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(shape.keys)) {
    if (!Object.hasOwn(members, key) && !shape.optional?.includes(key)) refuse('key-missing', inner(where, key));
  }
  for (const key of Object.keys(members)) {
    const check = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    if (check) check(members[key], inner(where, key));
    else if (!shape.open) refuse('key-unknown', inner(where, key.slice(0, 80)));
  }
}

export const anId: Check = (value, where) => {
  if (typeof value !== 'string') refuse('wrong-type', { ...where, expected: 'string' });
  if (!isWellFormed(value)) refuse('lone-surrogate', where);
  if (!ID_PATTERN.test(value)) refuse('id-malformed', { ...where, value: value.slice(0, 80) });
};

export const aText: Check = (value, where) => {
  if (typeof value !== 'string') refuse('wrong-type', { ...where, expected: 'string' });
};

/** A text of one pattern; anything else is refused with `code`. */
export function textLike(pattern: RegExp, code: RefusalCode): Check {
  return (value, where) => {
    aText(value, where);
    if (!pattern.test(value as string)) refuse(code, { ...where, value: (value as string).slice(0, 80) });
  };
}

/** An integer from `least` to `most`; a number outside is refused with `code`. */
export function integer(least: number, most: number, code: RefusalCode): Check {
  return (value, where) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) refuse('wrong-type', { ...where, expected: 'integer' });
    if (value < least || value > most) refuse(code, { ...where, value, least, most });
  };
}

/** An array each element of which passes `check`. */
export function arrayOf(check: Check): Check {
  return (value, where) => {
    if (!Array.isArray(value)) refuse('wrong-type', { ...where, expected: 'array' });
    value.forEach((element, i) => check(element, { ...where, key: `${where.key ?? ''}[${i}]` }));
  };
}

/** An object of `shape`. */
export function objectOf(shape: Shape): Check {
  return (value, where) => checkShape(value, shape, where);
}

/** @throws DrawRefusal id-duplicate if one id stands twice in the list */
export function requireUnique(ids: readonly string[], where: RefusalParams): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) refuse('id-duplicate', { ...where, value: id });
    seen.add(id);
  }
}
