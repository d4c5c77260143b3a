import type { Queryable } from '../../db/queryable';
import { systemActor, type Actor } from '../../domain/actor';
import { Refusal } from '../../domain/refusal';

/**
 * Checks again, beside the data, that the account is active, holds the capacity and belongs to the unit.
 * @throws Refusal ACCOUNT_NOT_ENTITLED where it does not; OTHER_UNIT_IN_CASE where this account has already acted
 *   in the same joint check for another unit (the office sits in a bureau that also takes part)
 */
export async function requireActor(manager: Queryable, actor: Actor, caseId: string): Promise<void> {
  if (actor.capacity === 'system') {
    if (actor.account === systemActor.account && actor.department === systemActor.department) return;
    throw new Refusal('ACCOUNT_NOT_ENTITLED', { capacity: actor.capacity });
  }
  // One question for both: every act asks it.
  const rows: {
    department: string;
    capacities: string[];
    active: boolean;
    inspector_id: string | null;
    elsewhere: boolean;
  }[] = await manager.query(
    `SELECT department, capacities, active, inspector_id,
       EXISTS (SELECT 1 FROM acts WHERE subject_id = $2 AND account = $1 AND department <> $3) AS elsewhere
     FROM account WHERE id::text = $1`,
    [actor.account, caseId, actor.department],
  );
  const account = rows[0];
  const entitled =
    account?.active &&
    account.department === actor.department &&
    account.capacities.includes(actor.capacity) &&
    (actor.inspector ?? null) === account.inspector_id;
  if (!entitled) throw new Refusal('ACCOUNT_NOT_ENTITLED', { capacity: actor.capacity });
  if (account.elsewhere) throw new Refusal('OTHER_UNIT_IN_CASE');
}
