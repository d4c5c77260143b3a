import type { HelperDelegate } from 'handlebars';

type Functions = Record<string, (...values: never[]) => unknown>;

/** Functions that are meant to be called with named values alone. */
const namedOnly = new Set(['obj', 'list']);

/**
 * Lets a field win over a function of the same name: `{{number}}` of a case is its number, while
 * `{{number count}}` formats one. Without this, Handlebars calls the function and prints nonsense.
 */
export function fieldsFirst(functions: Functions): Record<string, HelperDelegate> {
  return Object.fromEntries(
    Object.entries(functions).map(([name, callable]) => [
      name,
      function (this: unknown, ...values: unknown[]) {
        const positional = values.length - 1;
        if (positional > 0 || namedOnly.has(name)) return (callable as (...all: unknown[]) => unknown)(...values);
        if (typeof this !== 'object' || this === null || !Object.hasOwn(this, name)) return undefined;
        return (this as Record<string, unknown>)[name];
      } satisfies HelperDelegate,
    ]),
  );
}
