import { every, sql, words, type Sql } from '../../db/sql';
import { readCard } from '../../domain/identity-card';
import { codeForm, normalForm } from '../../domain/text/normal-form';
import { searchWords } from '../../domain/text/search-words';
import { containing } from './like-pattern';

/** Fewer characters of a number are found everywhere. */
const shortestNumber = 4;

/** Whether a name holds every word that a person typed; for lists that are short enough to be read whole. */
export const nameSays = (name: string, text: string): boolean => {
  const form = normalForm(name);
  return searchWords(text).every((word) => form.includes(word));
};

/** Whether an array of pairs of signs has those of all these pieces; the arrays are under GIN, single signs are in none. */
export const hasPairs = (array: Sql, pieces: readonly string[]): Sql =>
  every(pieces.filter((piece) => [...piece].length > 1).map((piece) => sql`${array} @> search_grams(${piece})`));

/** Where firms stand, with the letter by which statements call the table and its columns. */
export interface FirmColumns {
  table: string;
  letter: string;
  name: string;
}
/** The register, as `check_object o`. */
export const registerColumns: FirmColumns = { table: 'check_object', letter: 'o', name: 'name_key' };
/** Published results, as `publication p`. */
export const resultColumns: FirmColumns = { table: 'publication', letter: 'p', name: 'object_name_key' };

/**
 * Which firms a person's words mean, by the arrays: every word stands in the name, or in the code or registration number; or all
 * of them together are a code, typed with spaces or dashes. Width, case, brackets and invisible marks make no difference. The
 * number of an identity card finds nothing, not even where one stands among the codes.
 */
export function firmSays({ table, letter, name }: FirmColumns, text: string): Sql {
  const code = searchedCode(text);
  if (code === undefined) return sql`FALSE`;
  // Each way to a firm by itself: joined by OR, the pairs of every row found would be made anew to be looked at.
  const found = words(`SELECT f.id FROM ${table} f WHERE`);
  return sql`${words(letter)}.id IN (${found} ${hasPairs(searchedArray('f', name), piecesOf(text))} AND ${everyWordStands('f', name, text)}
    UNION ALL ${found} f.uscc = ${code} UNION ALL ${found} f.registration_no = ${code})`;
}

/** The same of rows that are few and found another way. */
export function firmReads({ letter, name }: FirmColumns, text: string): Sql {
  const code = searchedCode(text);
  if (code === undefined) return sql`FALSE`;
  return sql`(${everyWordStands(letter, name, text)}) OR ${words(letter)}.uscc = ${code} OR ${words(letter)}.registration_no = ${code}`;
}

/** All words together as a code; nothing where there is no word, or where it is the number of an identity card. */
function searchedCode(text: string): string | undefined {
  const code = codeForm(text).replaceAll('-', '');
  return searchWords(text).length === 0 || readCard(code) === 'certain' ? undefined : code;
}

/** What of firms is searched, as the indexes `check_object_search` and `publication_search` have it. */
const searchedArray = (letter: string, name: string): Sql =>
  words(`search_grams(search_text(${letter}.${name}, ${letter}.uscc, ${letter}.registration_no))`);
/** The words as they stand in names and codes alike: codes have none of the quotation marks of spreadsheets. */
const piecesOf = (text: string): string[] => searchWords(text).flatMap((word) => word.split(/['"]/u));

const everyWordStands = (letter: string, name: string, text: string): Sql =>
  every(searchWords(text).map((word) => wordStands(letter, name, word)));

function wordStands(letter: string, name: string, word: string): Sql {
  const column = (called: string) => words(`${letter}.${called}`);
  const named = sql`${column(name)} LIKE ${containing(word)}`;
  const number = codeForm(word);
  if (number.length < shortestNumber || !/\d/.test(number)) return named;
  if (readCard(number) === 'certain') return sql`FALSE`;
  return sql`${named} OR ${column('uscc')} LIKE ${containing(number)} OR ${column('registration_no')} LIKE ${containing(number)}`;
}
