import { every, rowsOf, sql, type Sql } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';
import { readCard } from '../../../domain/identity-card';
import { codeForm, normalForm } from '../../../domain/text/normal-form';
import { containing } from '../like-pattern';
import { searchWords } from '../name-search';

const atOnce = 1000;
/** Fewer characters of a number are found everywhere. */
const shortestNumber = 4;

/**
 * Which results a person's words mean: every word stands in the name, or in the code or registration number; or all of them
 * together are a code, typed with spaces or dashes. Width, case, brackets and invisible marks make no difference. The number of
 * an identity card finds nothing, not even where one stands among the codes.
 */
export async function resultsMatching(database: Queryable, text: string): Promise<Sql> {
  await fillKeys(database);
  const words = searchWords(text);
  if (words.length === 0) return sql`FALSE`;
  const code = codeForm(text).replaceAll('-', '');
  if (readCard(code) === 'certain') return sql`FALSE`;
  return sql`(${every(words.map(wordStands))}) OR p.uscc = ${code} OR p.registration_no = ${code}`;
}

function wordStands(word: string): Sql {
  const named = sql`p.object_name_key LIKE ${containing(word)}`;
  const number = codeForm(word);
  if (number.length < shortestNumber || !/\d/.test(number)) return named;
  if (readCard(number) === 'certain') return sql`FALSE`;
  return sql`${named} OR p.uscc LIKE ${containing(number)} OR p.registration_no LIKE ${containing(number)}`;
}

/** Rows that were written past the system have no normal form yet; the first search gives them theirs. */
async function fillKeys(database: Queryable): Promise<void> {
  for (;;) {
    const rows = await rowsOf<{ id: string; name: string }>(
      database,
      sql`SELECT id::text, object_name AS name FROM publication WHERE object_name_key = '' AND object_name <> '' LIMIT ${atOnce}`,
    );
    const keys = rows.map((row) => normalForm(row.name));
    // A name of which nothing is left in normal form would be asked for for ever.
    const told = rows.filter((_row, index) => keys[index] !== '');
    if (told.length === 0) return;
    await database.query(
      `UPDATE publication p SET object_name_key = given.key FROM unnest($1::bigint[], $2::text[]) AS given(id, key) WHERE p.id = given.id`,
      [told.map((row) => row.id), keys.filter((key) => key !== '')],
    );
    if (rows.length < atOnce) return;
  }
}
