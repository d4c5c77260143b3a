import type { DataSource } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { passwordFits } from './password';
import { typedUsernames } from './typed-username';

/** A hash that no password fits: an unknown user costs as much time as a known one. */
const nobody = 'scrypt$32768$8$1$bm9ib2R5LW5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const freeAttempts = 5;
const firstLockMs = 60_000;
const longestLockMs = 3_600_000;

/**
 * Checks user name, as people type it, and password. Every failure after the fifth locks the account, for twice as long each time.
 * @throws Refusal SIGN_IN_FAILED, whatever was wrong; SIGN_IN_LOCKED while the account is locked
 */
export async function signIn(
  dataSource: DataSource,
  attempt: { username: string; password: string; at: Date },
): Promise<{ id: string }> {
  const rows: { id: string; hash: string; failed: number; locked: Date | null }[] = await dataSource.query(
    `SELECT id, password_hash AS hash, failed_attempts AS failed, locked_until AS locked FROM account
     WHERE username = ANY($1::text[]) AND active AND NOT machine ORDER BY array_position($1::text[], username::text) LIMIT 1`,
    [typedUsernames(attempt.username)],
  );
  const account = rows[0];
  if (account?.locked && account.locked > attempt.at)
    throw new Refusal('SIGN_IN_LOCKED', { until: account.locked.toISOString() });
  const fits = await passwordFits(attempt.password, account?.hash ?? nobody);
  if (account && fits) {
    if (account.failed > 0)
      await dataSource.query('UPDATE account SET failed_attempts = 0, locked_until = NULL WHERE id = $1', [account.id]);
    return { id: account.id };
  }
  if (account) await noteFailure(dataSource, account.id, attempt.at);
  throw new Refusal('SIGN_IN_FAILED');
}

async function noteFailure(dataSource: DataSource, id: string, at: Date): Promise<void> {
  await dataSource.query(
    `UPDATE account SET failed_attempts = failed_attempts + 1,
       locked_until = CASE WHEN failed_attempts + 1 >= $2 THEN $3::timestamptz + make_interval(secs => least($4::float8, $5::float8 * 2 ^ (failed_attempts + 1 - $2)) / 1000) END
     WHERE id = $1`,
    [id, freeAttempts, at, longestLockMs, firstLockMs],
  );
}
