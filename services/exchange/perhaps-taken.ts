import type { DataSource } from 'typeorm';
import { toAskBefore } from '../../domain/exchange/line';
import type { Receipt } from '../../domain/exchange/message';
import { lineOf, lockLine, settleLine } from './line-of';
import { markSent } from './mark-sent';
import type { OutboxMessageRow } from './message-row';

/** Messages of the line, up to this one, of which nobody knows whether the platform took them. */
export async function findPerhapsTaken(
  dataSource: DataSource,
  row: Pick<OutboxMessageRow, 'platform' | 'line' | 'number'>,
): Promise<{ id: string; key: string }[]> {
  const open = toAskBefore(await lineOf(dataSource.manager, row), row.number);
  if (open.length === 0) return [];
  return dataSource.query('SELECT id, key FROM outbox_message WHERE id = ANY($1::uuid[]) ORDER BY number', [
    open.map(({ id }) => id),
  ]);
}

/**
 * Writes down what the platform said of a key: held, and the message is sent, whatever we thought meanwhile; or unknown to
 * it, and the message was never taken.
 */
export async function recordStatus(dataSource: DataSource, id: string, receipt: Receipt | undefined): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const rows: { platform: string; line: string }[] = await manager.query(
      'SELECT platform, line FROM outbox_message WHERE id = $1',
      [id],
    );
    const [key] = rows;
    if (!key) return;
    await lockLine(manager, key);
    if (receipt) await markSent(manager, id, receipt);
    else
      await manager.query(
        `UPDATE outbox_message SET perhaps_taken = false, version = version + 1 WHERE id = $1 AND state <> 'sent'`,
        [id],
      );
    await settleLine(manager, key);
  });
}
