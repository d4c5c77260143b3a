import type { DataSource } from 'typeorm';

/** A token as its account sees it: all but what it opens with. */
export interface TokenLine {
  id: string;
  label: string;
  scope: string[];
  createdAt: Date;
  expiresAt: Date | null;
  endedAt: Date | null;
  lastUsedOn: string | null;
}

export const tokenColumns = `id, label, scope, created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "endedAt", to_char(last_used_on, 'YYYY-MM-DD') AS "lastUsedOn"`;

/** Tokens of an account that systems work with, newest first; those of signing in are not among them. */
export async function ownTokens(dataSource: DataSource, account: string): Promise<TokenLine[]> {
  return dataSource.query(
    `SELECT ${tokenColumns} FROM api_token WHERE account_id = $1 AND NOT 'tokens' = ANY(scope) ORDER BY created_at DESC, id`,
    [account],
  );
}
