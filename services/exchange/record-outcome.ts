import type { DataSource, EntityManager } from 'typeorm';
import { backoffMs } from '../../domain/exchange/backoff';
import type { Receipt } from '../../domain/exchange/message';
import { parkCodes, type OutboxState } from '../../domain/exchange/outbox-state';
import type { PlatformLimits } from '../../domain/exchange/platform';
import { park } from './park';

/** How one attempt ended. */
export type AttemptOutcome =
  | { kind: 'sent'; receipt: Receipt }
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'failed'; code: string; detail: string; retryAfterMs?: number };

export interface AttemptReport {
  messageId: string;
  attempt: number;
  at: Date;
  durationMs: number;
  outcome: AttemptOutcome;
  limits: Pick<PlatformLimits, 'firstBackoffMs' | 'maxBackoffMs' | 'maxAttempts'>;
  /** Spreads the next attempt, 0 to 1. */
  jitter: number;
}

interface SendingRow {
  state: OutboxState;
  attempts: number;
  failures: number;
}

/**
 * Records the end of an attempt, once: the row of the attempt and the message's new state in one transaction.
 * A report for an attempt that is not the present one is kept in the list of attempts only where it brings a receipt:
 * a record that the platform holds is sent, whatever we thought meanwhile.
 * @returns the message's state afterwards
 */
export async function recordOutcome(dataSource: DataSource, report: AttemptReport): Promise<OutboxState> {
  return dataSource.transaction(async (manager) => {
    const row = await lockMessage(manager, report.messageId);
    if (!row) throw new Error(`No message ${report.messageId} is in the outbox; its attempt cannot be recorded.`);
    if (!(await noteAttempt(manager, report)) || row.state === 'sent') return row.state;

    if (report.outcome.kind === 'sent') return markSent(manager, report.messageId, report.outcome.receipt);
    if (row.state !== 'sending' || row.attempts !== report.attempt) return row.state;

    const { code, detail } = report.outcome;
    if (report.outcome.kind === 'refused') return park(manager, report.messageId, code, detail);
    if (row.failures >= report.limits.maxAttempts) {
      return park(manager, report.messageId, parkCodes.tooManyAttempts, `${code}: ${detail}`);
    }
    const waitMs = backoffMs(row.failures, report.limits, report.jitter, report.outcome.retryAfterMs);
    await manager.query(
      `UPDATE outbox_message SET state = 'queued', claim = NULL, last_error_code = $2, last_error = $3, version = version + 1,
         next_attempt_at = clock_timestamp() + make_interval(secs => $4::double precision / 1000) WHERE id = $1`,
      [report.messageId, code, detail, waitMs],
    );
    return 'queued';
  });
}

async function lockMessage(manager: EntityManager, id: string): Promise<SendingRow | undefined> {
  const rows: SendingRow[] = await manager.query(
    'SELECT state, attempts, attempts - attempts_before AS failures FROM outbox_message WHERE id = $1 FOR UPDATE',
    [id],
  );
  return rows[0];
}

/** False where this attempt was recorded before: the caller saw a time-out and reports again. */
async function noteAttempt(manager: EntityManager, report: AttemptReport): Promise<boolean> {
  const { outcome } = report;
  const inserted: unknown[] = await manager.query(
    `INSERT INTO outbox_attempt (message_id, number, at, outcome, code, detail, duration_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (message_id, number) DO NOTHING RETURNING number`,
    [
      report.messageId,
      report.attempt,
      report.at,
      outcome.kind,
      outcome.kind === 'sent' ? null : outcome.code,
      outcome.kind === 'sent' ? outcome.receipt.receiptNo : outcome.detail,
      Math.round(report.durationMs),
    ],
  );
  return inserted.length > 0;
}

async function markSent(manager: EntityManager, id: string, receipt: Receipt): Promise<OutboxState> {
  await manager.query(
    `UPDATE outbox_message SET state = 'sent', receipt = $2, sent_at = clock_timestamp(), next_attempt_at = NULL, claim = NULL,
       last_error_code = NULL, last_error = NULL, told_at = NULL, version = version + 1 WHERE id = $1`,
    [id, JSON.stringify(receipt)],
  );
  return 'sent';
}
