import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';

/** When an account opened a case before an act on it, in this version; nothing where it did not. */
export async function opening(
  manager: Queryable,
  { case: caseId, act, account, version }: FactQuestions['opening'],
): Promise<FactAnswers['opening']> {
  const rows: { at: Date | string }[] = await manager.query(
    'SELECT opened_at AS at FROM row_opening WHERE account = $1::uuid AND case_id = $2 AND act = $3 AND version = $4',
    [account, caseId, act, version],
  );
  return rows[0] ? { openedAt: new Date(rows[0].at).toISOString() } : {};
}
