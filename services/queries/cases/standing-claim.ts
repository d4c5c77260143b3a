import { sql } from '../../../db/sql';

/**
 * Joins to a wait `w` whoever of its unit has said that they do it, as `claim`: the account, its name, since when. A claim
 * stands only as long as the wait that it was made on, and as long as its person could do the task: not when the account is
 * disabled, in another unit or without the capacity, or its officer is on leave.
 */
export const standingClaim = sql`LEFT JOIN LATERAL (
  SELECT k.account, p.name, k.since FROM task_claim k JOIN account p ON p.id = k.account LEFT JOIN inspector i ON i.id = p.inspector_id
  WHERE k.case_id = w.case_id AND k.act = w.act AND k.department = w.department AND k.ended_at IS NULL AND k.since >= w.since
    AND p.active AND p.department = w.department AND w.capacity = ANY(p.capacities) AND COALESCE(i.duty_status, 'onDuty') = 'onDuty'
) claim ON true`;
