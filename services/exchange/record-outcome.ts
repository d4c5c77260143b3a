import type { DataSource, EntityManager } from 'typeorm';
import { backoffMs } from '../../domain/exchange/backoff';
import type { Receipt } from '../../domain/exchange/message';
import { parkCodes, type OutboxState } from '../../domain/exchange/outbox-state';
import type { PlatformLimits } from '../../domain/exchange/platform';
import { lockLine, settleLine } from './line-of';
import { markSent } from './mark-sent';
import { park } from './park';
import { noteAnswered, noteFailed, type Pauses } from './platform-pace';

/** How one attempt ended; `answer` is what the platform said, word for word, where it said anything. */
export type AttemptOutcome =
  | { kind: 'sent'; receipt: Receipt; answer?: string }
  /** `ours`: our own check stood against it, and the platform was not asked. */
  | { kind: 'refused'; code: string; detail: string; answer?: string; ours?: boolean }
  | {
      kind: 'failed';
      code: string;
      detail: string;
      answer?: string;
      retryAfterMs?: number;
      /** The record was handed over, and no answer to it was read. */
      perhapsTaken?: boolean;
      /** The platform answered to this record, and nobody can read it: that does not mend itself. */
      ofRecord?: boolean;
    };

export interface AttemptReport {
  messageId: string;
  attempt: number;
  at: Date;
  durationMs: number;
  outcome: AttemptOutcome;
  limits: Pick<PlatformLimits, 'firstBackoffMs' | 'maxBackoffMs' | 'maxAttempts'>;
  pauses: Pauses;
  /** Spreads the next attempt, 0 to 1. */
  jitter: number;
}

export interface Recorded {
  state: OutboxState;
  /** How long the whole queue pauses, in milliseconds; nothing where the platform is not in the way. */
  pauseMs?: number;
}

interface SendingRow {
  platform: string;
  line: string;
  state: OutboxState;
  claim: string | null;
  attempts: number;
  failures: number;
  ownFailures: number;
  /** The platform answered for other records since this one failed last. */
  othersAnswered: boolean;
}

/**
 * Records the end of an attempt, once: the row of the attempt, the message's new state, and how the queue goes on, in one
 * transaction. A report for an attempt that is not the present one is kept in the list of attempts only where it brings a
 * receipt: a record that the platform holds is sent, whatever we thought meanwhile. A message that a later one of its line
 * has overtaken does not come back.
 */
export async function recordOutcome(dataSource: DataSource, report: AttemptReport): Promise<Recorded> {
  return dataSource.transaction(async (manager) => {
    const found = await findRow(manager, report.messageId, '');
    if (!found) throw new Error(`No message ${report.messageId} is in the outbox; its attempt cannot be recorded.`);
    await lockLine(manager, found);
    const row = (await findRow(manager, report.messageId, 'FOR UPDATE OF m')) ?? found;
    if (!(await noteAttempt(manager, report)) || row.state === 'sent') return { state: row.state };
    const recorded = await recordFirst(manager, row, report);
    if (recorded.state === row.state) return recorded;
    await settleLine(manager, row);
    return { ...recorded, state: (await findRow(manager, report.messageId, ''))?.state ?? recorded.state };
  });
}

async function recordFirst(manager: EntityManager, row: SendingRow, report: AttemptReport): Promise<Recorded> {
  const { messageId, outcome } = report;
  const isPresent = row.state === 'sending' && row.attempts === report.attempt;
  if (outcome.kind === 'sent') {
    if (isPresent) await noteAnswered(manager, row.platform, row.claim);
    return { state: await markSent(manager, messageId, outcome.receipt) };
  }
  if (!isPresent) return { state: row.state };
  if (outcome.kind === 'refused') {
    if (!outcome.ours) {
      await noteAnswered(manager, row.platform, row.claim);
      await manager.query('UPDATE outbox_message SET perhaps_taken = false WHERE id = $1', [messageId]);
    }
    return { state: await park(manager, messageId, outcome.code, outcome.detail) };
  }
  return recordFailure(manager, row, report, outcome);
}

async function recordFailure(
  manager: EntityManager,
  row: SendingRow,
  { messageId, limits, pauses, jitter }: AttemptReport,
  { code, detail, retryAfterMs, perhapsTaken = false, ofRecord = false }: Extract<AttemptOutcome, { kind: 'failed' }>,
): Promise<Recorded> {
  const pauseMs = await noteFailed(manager, row, pauses, jitter, retryAfterMs);
  const ownFailures = row.ownFailures + (ofRecord || row.othersAnswered ? 1 : 0);
  await manager.query(
    `UPDATE outbox_message SET perhaps_taken = perhaps_taken OR $2, own_failures = $3, tried_at = clock_timestamp() WHERE id = $1`,
    [messageId, perhapsTaken, ownFailures],
  );
  if (ownFailures >= limits.maxAttempts)
    return { state: await park(manager, messageId, parkCodes.tooManyAttempts, `${code}: ${detail}`), pauseMs };
  const waitMs = backoffMs(row.failures, limits, jitter, retryAfterMs);
  await manager.query(
    `UPDATE outbox_message SET state = 'queued', claim = NULL, last_error_code = $2, last_error = $3, version = version + 1,
       next_attempt_at = clock_timestamp() + make_interval(secs => $4::double precision / 1000) WHERE id = $1`,
    [messageId, code, detail, waitMs],
  );
  return { state: 'queued', pauseMs };
}

async function findRow(manager: EntityManager, id: string, lock: string): Promise<SendingRow | undefined> {
  const rows: SendingRow[] = await manager.query(
    `SELECT m.platform, m.line, m.state, m.claim, m.attempts, m.attempts - m.attempts_before AS failures, m.own_failures AS "ownFailures",
       COALESCE(p.answered_at > m.tried_at, false) AS "othersAnswered"
     FROM outbox_message m LEFT JOIN platform_pace p ON p.platform = m.platform WHERE m.id = $1 ${lock}`,
    [id],
  );
  return rows[0];
}

/** False where this attempt was recorded before: the caller saw a time-out and reports again. */
async function noteAttempt(manager: EntityManager, report: AttemptReport): Promise<boolean> {
  const { outcome } = report;
  const inserted: unknown[] = await manager.query(
    `INSERT INTO outbox_attempt (message_id, number, at, outcome, code, detail, duration_ms, answer)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (message_id, number) DO NOTHING RETURNING number`,
    [
      report.messageId,
      report.attempt,
      report.at,
      outcome.kind,
      outcome.kind === 'sent' ? null : outcome.code,
      outcome.kind === 'sent' ? outcome.receipt.receiptNo : outcome.detail,
      Math.round(report.durationMs),
      outcome.answer ?? null,
    ],
  );
  return inserted.length > 0;
}
