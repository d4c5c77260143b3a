import { every, sql, words, type Sql } from '../../db/sql';
import { codeForm, normalForm } from '../../domain/text/normal-form';
import { containing } from './like-pattern';

/** The words that a person searches for, in normal form; whatever has no letter or sign is none. */
export const searchWords = (text: string): string[] =>
  text
    .split(/\s+/u)
    .map(normalForm)
    .filter((word) => word !== '');

/**
 * Whether a stored normal form holds every word that a person typed, in whatever width, case or brackets.
 * @param key column of a normal form, such as `o.name_key`
 */
export const keySays = (key: string, text: string): Sql =>
  every(searchWords(text).map((word) => sql`${words(key)} LIKE ${containing(word)}`));

/** Whether a column of codes holds the code that a person typed. */
export const codeIs = (column: string, text: string): Sql => sql`${words(column)} = ${codeForm(text)}`;

/** Whether a name holds every word that a person typed; for lists that are short enough to be read whole. */
export const nameSays = (name: string, text: string): boolean => {
  const form = normalForm(name);
  return searchWords(text).every((word) => form.includes(word));
};
