import type { Queryable } from '../../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../../domain/facts';
import { referral } from '../../../domain/referral/process';

/** Referrals of a department about a visit that are not closed, in the order of their numbers. */
export async function openReferrals(
  manager: Queryable,
  { visit, department }: FactQuestions['openReferrals'],
): Promise<FactAnswers['openReferrals']> {
  return manager.query(
    `SELECT id, sort AS kind, stage, addressee FROM official_case
     WHERE kind = $1 AND parent_id = $2 AND state->>'department' = $3 AND NOT closed ORDER BY id`,
    [referral.kind, visit, department],
  );
}
