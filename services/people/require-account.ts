import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/actor';
import { Refusal } from '../../domain/refusal';
import { uuidOrNull } from '../../db/uuid-or-null';

/**
 * Checks beside the data that the account is active, of that unit, and holds the capacity.
 * @throws Refusal ACCOUNT_NOT_ENTITLED
 */
export async function requireAccount(manager: EntityManager, actor: Actor): Promise<void> {
  const rows: unknown[] = await manager.query(
    'SELECT 1 FROM account WHERE id = $1 AND active AND department = $2 AND $3 = ANY(capacities) FOR SHARE',
    [uuidOrNull(actor.account), actor.department, actor.capacity],
  );
  if (rows.length === 0) throw new Refusal('ACCOUNT_NOT_ENTITLED', { capacity: actor.capacity });
}
