import { systemActor, type Actor } from '../../domain/actor';
import { Refusal } from '../../domain/refusal';
import type { AskingAccount } from './known-of-attempt';

/**
 * Checks again, on the account as it stands now, that it is active, holds the capacity and belongs to the unit.
 * @throws Refusal ACCOUNT_NOT_ENTITLED where it does not; OTHER_UNIT_IN_CASE where this account has already acted
 *   in the same joint check for another unit (the office sits in a bureau that also takes part)
 */
export function requireActor(actor: Actor, account: AskingAccount | null): void {
  if (actor.capacity === 'system') {
    if (actor.account === systemActor.account && actor.department === systemActor.department) return;
    throw new Refusal('ACCOUNT_NOT_ENTITLED', { capacity: actor.capacity });
  }
  const entitled =
    account?.active &&
    account.department === actor.department &&
    account.capacities.includes(actor.capacity) &&
    (actor.inspector ?? null) === account.inspector;
  if (!entitled) throw new Refusal('ACCOUNT_NOT_ENTITLED', { capacity: actor.capacity });
  if (account.elsewhere) throw new Refusal('OTHER_UNIT_IN_CASE');
}
