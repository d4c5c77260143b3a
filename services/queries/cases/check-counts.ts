import type { Queryable } from '../../../db/queryable';
import type { FactAnswers } from '../../../domain/facts';

/** How far a check is: counts over its results, never over its workflows. */
export async function checkCounts(manager: Queryable, check: string): Promise<FactAnswers['checkCounts']> {
  const rows: FactAnswers['checkCounts'][] = await manager.query(
    `SELECT count(DISTINCT visit_id)::int AS visits,
       (count(DISTINCT visit_id) - count(DISTINCT visit_id) FILTER (WHERE stage = 'awaitingVisit'))::int AS visited,
       count(*) FILTER (WHERE stage <> 'excused')::int AS results,
       count(*) FILTER (WHERE stage <> 'excused' AND publication NOT IN ('published', 'withheld', 'withdrawn'))::int AS "awaitingPublication"
     FROM visit_result WHERE check_id = $1 AND visit_stage <> 'cancelled'`,
    [check],
  );
  return rows[0] ?? { visits: 0, visited: 0, results: 0, awaitingPublication: 0 };
}
