import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A new token of the programming interface; it is told once, only its hash is kept. */
export async function issueToken(
  dataSource: DataSource,
  request: { account: string; label: string; expires: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  await dataSource.query('INSERT INTO api_token (hash, account_id, label, expires_at) VALUES ($1, $2, $3, $4)', [
    hash,
    request.account,
    request.label,
    request.expires,
  ]);
  return token;
}
