import type { Queryable } from '../../../db/queryable';

/** Names of the units that inspect by the list of units, in its order; of one unit alone where its code is given. */
export async function inspectingUnits(manager: Queryable, department?: string): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    'SELECT name FROM department WHERE inspects AND ($1::text IS NULL OR code = $1) ORDER BY position, code',
    [department ?? null],
  );
  return rows.map(({ name }) => name);
}
