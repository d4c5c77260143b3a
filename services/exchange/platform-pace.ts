import type { EntityManager } from 'typeorm';
import { backoffMs } from '../../domain/exchange/backoff';
import type { ExchangePace } from '../../domain/exchange/pace';

/** The pauses of a platform that fails. */
export type Pauses = Pick<ExchangePace, 'firstPauseMs' | 'maxPauseMs'>;

/** A platform answered, with yes or no: its pause ends, and what waited only for it is due at once. */
export async function noteAnswered(manager: EntityManager, platform: string, claim: string | null): Promise<void> {
  const rows: { failures: number }[] = await manager.query(
    'SELECT failures FROM platform_pace WHERE platform = $1 FOR UPDATE',
    [platform],
  );
  await manager.query(
    `INSERT INTO platform_pace (platform, answered_claim, answered_at) VALUES ($1, $2, clock_timestamp())
     ON CONFLICT (platform) DO UPDATE SET failures = 0, answered_claim = $2, answered_at = clock_timestamp()`,
    [platform, claim],
  );
  if ((rows[0]?.failures ?? 0) === 0) return;
  await manager.query(
    `UPDATE outbox_message SET next_attempt_at = clock_timestamp(), version = version + 1
     WHERE id IN (SELECT id FROM outbox_message WHERE platform = $1 AND state = 'queued' AND own_failures = 0 AND tried_at IS NOT NULL
       AND next_attempt_at > clock_timestamp() FOR UPDATE SKIP LOCKED)`,
    [platform],
  );
}

/**
 * A platform was in the way. Counted once a taking, and not where it answered for another record of the same taking.
 * @param askedMs what the platform itself asked for
 * @returns the pause, in milliseconds
 */
export async function noteFailed(
  manager: EntityManager,
  { platform, claim }: { platform: string; claim: string | null },
  pauses: Pauses,
  jitter: number,
  askedMs = 0,
): Promise<number> {
  const rows: { failures: number; failedClaim: string | null; answeredClaim: string | null }[] = await manager.query(
    `INSERT INTO platform_pace (platform) VALUES ($1) ON CONFLICT (platform) DO UPDATE SET platform = EXCLUDED.platform
     RETURNING failures, failed_claim AS "failedClaim", answered_claim AS "answeredClaim"`,
    [platform],
  );
  const { failures = 0, failedClaim, answeredClaim } = rows[0] ?? {};
  const isOfRecord = claim !== null && answeredClaim === claim;
  const counted = isOfRecord || failedClaim === claim ? failures : failures + 1;
  const limits = { firstBackoffMs: pauses.firstPauseMs, maxBackoffMs: pauses.maxPauseMs };
  const pauseMs = isOfRecord ? askedMs : backoffMs(counted, limits, jitter, askedMs);
  await manager.query(
    `UPDATE platform_pace SET failures = $2, failed_claim = $3,
       not_before = GREATEST(not_before, clock_timestamp() + make_interval(secs => $4::double precision / 1000)) WHERE platform = $1`,
    [platform, counted, claim, pauseMs],
  );
  return pauseMs;
}
