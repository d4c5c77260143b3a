import type { Queryable } from '../../../db/queryable';

/** Visits of these of which a department's result was taken down from the public and stands corrected by nothing. */
export async function withdrawnResults(
  database: Queryable,
  visits: readonly string[],
  department: string,
): Promise<Set<string>> {
  const rows: { visit: string }[] = await database.query(
    `SELECT visit_id AS visit FROM visit_result WHERE visit_id = ANY($1::text[]) AND department = $2 AND publication = 'withdrawn'`,
    [visits, department],
  );
  return new Set(rows.map(({ visit }) => visit));
}
