import { every, sql, words, type Sql } from '../../../db/sql';
import { searchWords } from '../../../domain/text/search-words';
import { numberPattern } from '../../../domain/typed-number';
import { containing } from '../like-pattern';
import { hasPairs } from '../name-search';

/**
 * Which cases `case_search s` a person's words mean: every word stands in the title or the firm's name, or is the number or a
 * part of it, with or without dashes and zeros.
 * @param by `pairs` = by the arrays · `reading` = for few rows, found another way
 */
export function caseSays(text: string, by: 'pairs' | 'reading'): Sql {
  const typed = searchWords(text);
  const whole = typed.length > 1 ? numberPattern(typed.join('')) : undefined;
  const each = every(
    typed.map((word) => {
      const number = numberPattern(word);
      const named = both(by, [word], sql`s.key LIKE ${containing(word)}`);
      return number ? sql`(${named}) OR (${numbered(by, number)})` : named;
    }),
  );
  return whole ? sql`(${each}) OR (${numbered(by, whole)})` : each;
}

/** The pieces of a pattern between the signs that stand for any others. */
const numbered = (by: 'pairs' | 'reading', pattern: string): Sql =>
  both(by, pattern.split(/[%_]/u), sql`s.number LIKE ${pattern}`);

const both = (by: 'pairs' | 'reading', pieces: string[], stands: Sql): Sql =>
  by === 'pairs' ? sql`${hasPairs(words('s.marks'), pieces)} AND ${stands}` : stands;
