import { rowsOf, sql } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';

/** How an authority is called today, and its public telephone where it has told one. */
export async function authorityNow(
  database: Queryable,
  department: string,
): Promise<{ name: string; phone: string | null } | undefined> {
  const [row] = await rowsOf<{ name: string; phone: string | null }>(
    database,
    sql`SELECT full_name AS name, phone FROM department WHERE code = ${department}`,
  );
  return row;
}
