import type { Queryable } from '../../db/queryable';
import type { ReferralState } from '../../domain/referral/state';
import { Refusal } from '../../domain/refusal';
import { momentOfVisit } from '../books/visit/moment-of-visit';
import { objectAsOf } from '../queries/registers/as-of';

/** What a platform gets of a referral: the firm, the finding, and what the handler completed. */
export async function referralRecord(manager: Queryable, referral: string): Promise<Record<string, unknown>> {
  const rows: { state: ReferralState; record: Record<string, unknown> }[] = await manager.query(
    `SELECT c.state, jsonb_build_object('object', ${objectAsOf('name', momentOfVisit('f.visit_id'))}, 'idCode', o.uscc, 'department', d.full_name, 'result', r.code, 'completedOn', r.completed_on) AS record
     FROM official_case c
     JOIN referral f ON f.id = c.id JOIN check_object o ON o.id = f.object_id JOIN department d ON d.code = f.department
     JOIN visit_result r ON r.visit_id = f.visit_id AND r.department = f.department
     WHERE c.id = $1`,
    [referral],
  );
  const row = rows[0];
  if (!row) throw new Refusal('CASE_UNKNOWN', { case: referral });
  const { number, facts, legalBasis, catalogueCode } = row.state;
  return { ...row.record, number, facts, legalBasis, catalogueCode };
}
