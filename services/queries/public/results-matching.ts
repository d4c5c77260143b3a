import { rowsOf, sql, type Sql } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';
import { normalForm } from '../../../domain/text/normal-form';
import { firmSays, resultColumns } from '../name-search';

const atOnce = 1000;

/** Which results a person's words mean (`firmSays`). */
export async function resultsMatching(database: Queryable, text: string): Promise<Sql> {
  await fillKeys(database);
  return firmSays(resultColumns, text);
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
