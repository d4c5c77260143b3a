import type { Queryable } from '../../db/queryable';

/** A step that failed, as those who can have it mended must know it. */
export interface FaultyStep {
  caseId: string;
  key: string;
  /** Name of the act or of the effect. */
  step: string;
  account: string;
  department: string;
}

/** How often a step may fail by a fault of its own before it waits for a person. */
export const triesAtMost = 3;

/**
 * Counts a fault of a step; at the last try it is parked: named to the person, the unit's leader and the system
 * administrator. A step that failed, was settled, and fails again begins anew.
 * @returns whether it is parked
 */
export async function countFault(
  manager: Queryable,
  fault: FaultyStep,
  message: string,
  atMost = triesAtMost,
): Promise<boolean> {
  const rows: { parked: boolean }[] = await manager.query(
    `INSERT INTO step_fault AS f (case_id, key, step, account, department, tries, message, first_at, last_at, parked_at)
     VALUES ($1, $2, $3, $4, $5, 1, $6, clock_timestamp(), clock_timestamp(), CASE WHEN $7::int <= 1 THEN clock_timestamp() END)
     ON CONFLICT (case_id, key) DO UPDATE SET
       tries = CASE WHEN f.settled_at IS NULL THEN f.tries + 1 ELSE 1 END,
       message = EXCLUDED.message, last_at = EXCLUDED.last_at, settled_at = NULL, settled_by = NULL,
       parked_at = CASE WHEN (CASE WHEN f.settled_at IS NULL THEN f.tries + 1 ELSE 1 END) >= $7::int
         THEN COALESCE(CASE WHEN f.settled_at IS NULL THEN f.parked_at END, EXCLUDED.last_at) END
     RETURNING parked_at IS NOT NULL AS parked`,
    [fault.caseId, fault.key, fault.step, fault.account, fault.department, message.slice(0, 2000), atMost],
  );
  return rows[0]?.parked ?? false;
}

/** A step that was parked, or failing, is done after all, or a person has seen to it. */
export async function settleFault(manager: Queryable, caseId: string, key: string, by: string): Promise<void> {
  await manager.query(
    `UPDATE step_fault SET settled_at = clock_timestamp(), settled_by = $3 WHERE case_id = $1 AND key = $2 AND settled_at IS NULL`,
    [caseId, key, by],
  );
}
