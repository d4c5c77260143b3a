import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';

/**
 * Looks for the message by which a platform was or will be told of the result that a referral is about: the publication, or
 * another referral of the same department about it. What was withdrawn, given up or never needed counts for nothing.
 */
export async function toldPlatform(
  manager: Queryable,
  { referral, platform }: FactQuestions['toldPlatform'],
): Promise<FactAnswers['toldPlatform']> {
  const rows: { reference: string | null; awaited: boolean }[] = await manager.query(
    `SELECT r.publication IN ('awaiting', 'withholdingProposed') AS awaited,
       (SELECT COALESCE(m.receipt->>'receiptNo', m.key) FROM outbox_message m
        WHERE m.platform = $2 AND m.department = f.department AND m.subject_id <> f.id
          AND m.subject_kind IN (split_part(f.visit_id, '/', 1), split_part(f.id, '/', 1))
          AND m.subject_id = ANY(ARRAY(SELECT f.visit_id UNION ALL SELECT o.id FROM referral o WHERE o.visit_id = f.visit_id AND o.department = f.department))
          AND m.payload->>'operation' <> 'd' AND m.state IN ('queued', 'sending', 'sent', 'parked')
          AND NOT EXISTS (SELECT 1 FROM outbox_message d WHERE d.platform = m.platform AND d.line = m.line AND d.number > m.number
            AND d.payload->>'operation' = 'd' AND d.state <> 'givenUp')
        ORDER BY m.number DESC LIMIT 1) AS reference
     FROM referral f JOIN visit_result r ON r.visit_id = f.visit_id AND r.department = f.department WHERE f.id = $1`,
    [referral, platform],
  );
  const [row] = rows;
  return { reference: row?.reference ?? undefined, awaited: row?.awaited ?? false };
}
