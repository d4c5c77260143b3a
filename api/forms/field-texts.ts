import type { Texts } from '../views/texts';
import type { FieldPath } from './field-path';

/** `when`: in which case a field that may be left empty must be filled in. */
export type FieldWord = 'label' | 'hint' | 'suffix' | 'add' | 'when';

export interface FieldTexts {
  label(path: FieldPath): string;
  /** A word that not every field has. */
  optional(path: FieldPath, word: FieldWord): string | undefined;
  option(path: FieldPath, value: string): string;
  /** Text of a rule's own code, from the act, the forms in general or the refusals. */
  code(code: string, values: Record<string, unknown>): string | undefined;
  t: Texts['t'];
}

const namesOnly = (path: FieldPath) => path.filter((part): part is string => typeof part === 'string');

/**
 * Words of an act's form: `acts:<act>.fields.<path>`, then `acts:<act>.fields.<field>`, then what the acts of its kind of
 * case (`acts:<kind>.fields.<field>`) and those of all kinds (`fields:<field>`) say alike.
 * @throws Error naming the first key when none of them has the text (in tests and development).
 */
export function fieldTexts(texts: Texts, act: string): FieldTexts {
  const keys = (path: FieldPath, word: string) => {
    const names = namesOnly(path);
    const last = names.at(-1) ?? '';
    return [
      `acts:${act}.fields.${names.join('.')}.${word}`,
      `acts:${act}.fields.${last}.${word}`,
      `acts:${act.split('.')[0]}.fields.${last}.${word}`,
      `fields:${last}.${word}`,
    ];
  };
  const find = (candidates: string[]) => candidates.find((key) => texts.has(key));
  const demand = (candidates: string[]) => texts.t(find(candidates) ?? candidates[0] ?? '');
  const ask = (key: string | undefined, values = {}) => (key ? texts.t(key, values) : undefined);

  return {
    label: (path) => demand(keys(path, 'label')),
    optional: (path, word) => ask(find(keys(path, word))),
    option: (path, value) => demand(keys(path, `options.${value}`)),
    code: (code, values) => ask(find([`acts:${act}.errors.${code}`, `form:codes.${code}`, `refusals:${code}`]), values),
    t: (key, values) => texts.t(key, values),
  };
}
