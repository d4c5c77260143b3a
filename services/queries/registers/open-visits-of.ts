import type { Queryable } from '../../../db/queryable';

/** Numbers of the visits that these officers still have to make, by officer; whoever has none is not in it. */
export async function openVisitsOf(manager: Queryable, officers: readonly string[]): Promise<Map<string, string[]>> {
  const rows: { officer: string; numbers: string[] }[] = await manager.query(
    `SELECT officer, array_agg(DISTINCT c.number ORDER BY c.number) AS numbers
     FROM visit_result r CROSS JOIN unnest(r.officers) officer JOIN official_case c ON c.id = r.visit_id
     WHERE r.officers && $1::uuid[] AND officer = ANY($1::uuid[]) AND NOT c.closed AND r.stage IN ('awaitingVisit', 'entered')
     GROUP BY officer`,
    [officers],
  );
  return new Map(rows.map(({ officer, numbers }) => [officer, numbers]));
}
