import type { Queryable } from '../../../db/queryable';

/** Short names of all units by code, for the heads of narrow columns. */
export async function shortUnitNames(database: Queryable): Promise<Record<string, string>> {
  const rows: { code: string; name: string }[] = await database.query(
    'SELECT code, short_name AS name FROM department',
  );
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}
