import type { EntityManager } from 'typeorm';
import { systemActor, type Actor } from '../../domain/actor';
import { Refusal } from '../../domain/refusal';

/**
 * Checks again, beside the data, that the account is active, holds the capacity and belongs to the unit.
 * @throws Refusal ACCOUNT_NOT_ENTITLED where it does not; OTHER_UNIT_IN_CASE where this account has already acted
 *   in the same joint check for another unit (the office sits in a bureau that also takes part)
 */
export async function requireActor(manager: EntityManager, actor: Actor, caseId: string): Promise<void> {
  if (actor.capacity === 'system') {
    if (actor.account === systemActor.account && actor.department === systemActor.department) return;
    throw new Refusal('ACCOUNT_NOT_ENTITLED', { capacity: actor.capacity });
  }
  const rows: { department: string; capacities: string[]; active: boolean; inspector_id: string | null }[] = await manager.query(
    'SELECT department, capacities, active, inspector_id FROM account WHERE id::text = $1',
    [actor.account],
  );
  const account = rows[0];
  const entitled =
    account?.active &&
    account.department === actor.department &&
    account.capacities.includes(actor.capacity) &&
    (actor.inspector ?? null) === account.inspector_id;
  if (!entitled) throw new Refusal('ACCOUNT_NOT_ENTITLED', { capacity: actor.capacity });

  const elsewhere: unknown[] = await manager.query(
    'SELECT 1 FROM acts WHERE subject_id = $1 AND account = $2 AND department <> $3 LIMIT 1',
    [caseId, actor.account, actor.department],
  );
  if (elsewhere.length > 0) throw new Refusal('OTHER_UNIT_IN_CASE');
}
