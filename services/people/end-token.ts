import type { Queryable } from '../../db/queryable';
import { Refusal } from '../../domain/refusal';

/**
 * Ends a token of an account at once; one that is ended stays as it is.
 * @throws Refusal NOT_FOUND where the account has no such token
 */
export async function endToken(manager: Queryable, token: { id: string; account: string; at: Date }): Promise<void> {
  const [, found]: [unknown[], number] = await manager.query(
    'UPDATE api_token SET revoked_at = COALESCE(revoked_at, $3) WHERE id = $1 AND account_id = $2',
    [token.id, token.account, token.at],
  );
  if (found !== 1) throw new Refusal('NOT_FOUND');
}
