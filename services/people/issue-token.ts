import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Queryable } from '../../db/queryable';
import { tokenColumns, type TokenLine } from '../queries/people/own-tokens';

/** What a token may do of what its account may do: `tokens` is to issue others, and only a signed-in person's has it. */
export const tokenScopes = ['read', 'act', 'tokens'] as const;
export type TokenScope = (typeof tokenScopes)[number];

export interface TokenToIssue {
  account: string;
  label: string;
  scope: readonly TokenScope[];
  expires: Date;
}

/** What is kept of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new token of the programming interface; it is told once, only its hash is kept. */
export async function issueToken(
  manager: Queryable,
  { account, label, scope, expires }: TokenToIssue,
): Promise<TokenLine & { token: string }> {
  const token = randomBytes(32).toString('base64url');
  const rows: TokenLine[] = await manager.query(
    `INSERT INTO api_token (hash, id, account_id, label, scope, expires_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${tokenColumns}`,
    [tokenHash(token), randomUUID(), account, label, scope, expires],
  );
  return { ...(rows[0] as TokenLine), token };
}
