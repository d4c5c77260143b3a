import { isWellFormed } from './bytes';

/** What canonical JSON of this project can hold: RFC 8785 with integers as the only numbers. */
export type CanonicalValue =
  null | boolean | number | string | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue | undefined };

/** A value has no canonical form; `reason` is stable. */
export class CanonicalJsonError extends Error {
  constructor(
    readonly reason: 'not-an-integer' | 'integer-too-large' | 'lone-surrogate' | 'not-json',
    message: string,
  ) {
    super(message);
    this.name = 'CanonicalJsonError';
  }
}

function stringText(text: string): string {
  if (!isWellFormed(text)) {
    throw new CanonicalJsonError(
      'lone-surrogate',
      'A string holds a lone surrogate and has no UTF-8 form. Correct the string.',
    );
  }
  return JSON.stringify(text);
}

function numberText(value: number): string {
  if (!Number.isInteger(value)) {
    throw new CanonicalJsonError(
      'not-an-integer',
      `The number ${value} is not an integer. Express it in a smaller unit.`,
    );
  }
  if (!Number.isSafeInteger(value)) {
    throw new CanonicalJsonError('integer-too-large', `The integer ${value} is beyond 2^53-1. Write it as a string.`);
  }
  return String(value === 0 ? 0 : value);
}

function scalarText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return numberText(value);
  throw new CanonicalJsonError(
    'not-json',
    `A value of type ${typeof value} has no JSON form. Leave it out or convert it.`,
  );
}

/** Pieces of a container in reverse order of output: ready text, or a value still to be written. */
type Pending = { text: string } | { value: unknown };

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // By the chain, not by identity: a value may come from another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function pushContainer(value: object, pending: Pending[]): void {
  if (Array.isArray(value)) {
    pending.push({ text: ']' });
    for (let i = value.length - 1; i >= 0; i--) {
      pending.push({ value: value[i] });
      if (i > 0) pending.push({ text: ',' });
    }
    pending.push({ text: '[' });
    return;
  }
  if (!isPlainObject(value)) scalarText(Symbol('an object with a class'));
  const members = value as Record<string, unknown>;
  const keys = Object.keys(members)
    .filter((key) => members[key] !== undefined)
    .sort();
  pending.push({ text: '}' });
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i] as string;
    pending.push({ value: members[key] }, { text: `${i > 0 ? ',' : ''}${stringText(key)}:` });
  }
  pending.push({ text: '{' });
}

/**
 * Canonical JSON after RFC 8785, integers only (|n| ≤ 2^53−1); absent (`undefined`) members are left out.
 * It keeps its own stack, so that depth cannot exhaust the program's.
 * @throws CanonicalJsonError
 */
export function canonicalJson(value: CanonicalValue): string {
  const written: string[] = [];
  const pending: Pending[] = [{ value }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('text' in next) written.push(next.text);
    else if (typeof next.value === 'object' && next.value !== null) pushContainer(next.value, pending);
    else written.push(scalarText(next.value));
  }
  return written.join('');
}
