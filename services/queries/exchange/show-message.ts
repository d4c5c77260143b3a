import type { DataSource } from 'typeorm';
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
  durationMs: number;
}

export interface ShownMessage {
  /** Without its record for the system administrator, who keeps the system and reads no case. */
  message: Omit<OutboxMessageRow, 'payload'> & Partial<Pick<OutboxMessageRow, 'payload'>>;
  /** What a person must mend before it can go. */
  hindrance?: Hindrance;
  attempts: ShownAttempt[];
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
    `SELECT number, at, outcome, code, detail, duration_ms AS "durationMs" FROM outbox_attempt WHERE message_id = $1 ORDER BY number`,
    [id],
  );
  const { payload, ...rest } = found;
  return {
    message: view.records ? found : rest,
    hindrance: findHindrance(findPlatform(found.platform), payload),
    attempts: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
  };
}
