import type { Queryable } from '../../db/queryable';
import type { AskedAct } from './decide-act';

/** Keeps that a person tried an act and which rule stood against it, for the supervisors' timeline. */
export async function noteAttempt(manager: Queryable, { act, caseId, actor }: AskedAct, code: string): Promise<void> {
  await manager.query(
    `INSERT INTO act_attempt (case_id, act, account, capacity, department, code, at) VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
    [caseId ?? null, act, actor.account, actor.capacity, actor.department, code],
  );
}
