import type { Queryable } from '../../db/queryable';
import type { Effect } from '../../domain/effects';

/** An effect as it is kept. */
export interface EffectRow {
  id: string;
  caseId: string;
  /** The act that it follows from. */
  act: string;
  lead: string;
  state: 'open' | 'done' | 'parked';
  /** An effect of the case before it is still open. */
  hasEarlier: boolean;
  effect: Effect;
}

/** An effect of a case, if it is one of this case's. */
export async function findEffect(manager: Queryable, caseId: string, id: string): Promise<EffectRow | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const rows: EffectRow[] = await manager.query(
    `SELECT e.id, e.case_id AS "caseId", e.act_id AS act, c.lead_department AS lead, e.state, e.effect,
       EXISTS (SELECT 1 FROM case_effect b WHERE b.case_id = e.case_id AND b.state = 'open' AND b.id < e.id) AS "hasEarlier"
     FROM case_effect e JOIN official_case c ON c.id = e.case_id WHERE e.id = $1 AND e.case_id = $2`,
    [id, caseId],
  );
  return rows[0];
}

/** Notes that an effect is done, or waits for a person; one that is settled stays so. */
export async function settleEffect(manager: Queryable, id: string, state: 'done' | 'parked'): Promise<void> {
  await manager.query(
    `UPDATE case_effect SET state = $2, settled_at = clock_timestamp() WHERE id = $1 AND state = 'open'`,
    [id, state],
  );
}

/** Has a parked effect tried again. */
export async function reopenEffect(manager: Queryable, id: string): Promise<void> {
  await manager.query(`UPDATE case_effect SET state = 'open', settled_at = NULL WHERE id = $1 AND state = 'parked'`, [
    id,
  ]);
}
