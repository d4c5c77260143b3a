import type { DataSource } from 'typeorm';
import type { ExchangeOperation } from '../../../domain/exchange/envelope';
import type { OutboxState } from '../../../domain/exchange/outbox-state';
import { exchangeViewOf } from '../../../domain/exchange/permission';
import { findPlatform } from '../../../domain/exchange/platform';
import { findHindrance, type Hindrance } from '../../../domain/exchange/preflight';
import { findMessage } from '../../exchange/find-message';
import type { OutboxMessageRow } from '../../exchange/message-row';
import type { Reader } from '../cases/may-read-case';

interface ShownAttempt {
  number: number;
  /** ISO 8601. */
  at: string;
  outcome: 'sent' | 'refused' | 'failed';
  code: string | null;
  detail: string | null;
  /** What the platform answered, word for word; not for whoever reads no record. */
  answer: string | null;
  durationMs: number;
}

export interface ShownMessage {
  /** Without its record for the system administrator, who keeps the system and reads no case. */
  message: Omit<OutboxMessageRow, 'payload' | 'corrections'> &
    Partial<Pick<OutboxMessageRow, 'payload'>> & { operation: ExchangeOperation };
  /** What a person must mend before it can go. */
  hindrance?: Hindrance;
  attempts: ShownAttempt[];
  /** Every message of the line, with this one, in order. */
  line: { id: string; number: number; operation: ExchangeOperation; state: OutboxState; createdAt: string }[];
}

/** One message with its attempts; undefined where there is none or the reader may not see it. */
export async function showMessage(
  dataSource: DataSource,
  reader: Reader,
  id: string,
): Promise<ShownMessage | undefined> {
  const view = exchangeViewOf(reader);
  const found = view && (await findMessage(dataSource, id));
  if (!view || !found) return undefined;
  if ('department' in view && found.department !== view.department) return undefined;
  const rows: (Omit<ShownAttempt, 'at'> & { at: Date })[] = await dataSource.query(
    `SELECT number, at, outcome, code, detail, answer, duration_ms AS "durationMs" FROM outbox_attempt WHERE message_id = $1 ORDER BY number`,
    [id],
  );
  const line: (Omit<ShownMessage['line'][number], 'createdAt'> & { createdAt: Date })[] = await dataSource.query(
    `SELECT id, number::int AS number, payload->>'operation' AS operation, state, created_at AS "createdAt"
     FROM outbox_message WHERE platform = $1 AND line = $2 ORDER BY number`,
    [found.platform, found.line],
  );
  const { payload, corrections: _corrections, ...rest } = found;
  return {
    message: { ...rest, operation: payload.operation, ...(view.records && { payload }) },
    hindrance: findHindrance(findPlatform(found.platform), payload),
    attempts: rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      answer: view.records ? row.answer : null,
    })),
    line: line.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
  };
}
