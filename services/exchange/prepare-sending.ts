import type { DataSource } from 'typeorm';
import { operationAfter } from '../../domain/exchange/line';
import { findMessage } from './find-message';
import { lockLine, settleLine } from './line-of';
import type { OutboxMessageRow } from './message-row';

/**
 * Looks once more, with the line locked, whether a taken message is still to be sent, and writes down what it tells the
 * platform to do: that follows from what the platform holds by now.
 * @returns the message as it stands; one that is needless has that state
 */
export async function prepareSending(dataSource: DataSource, id: string): Promise<OutboxMessageRow | undefined> {
  return dataSource.transaction(async (manager) => {
    const row = await findMessage(manager, id);
    if (!row) return undefined;
    await lockLine(manager, row);
    const line = await settleLine(manager, row, id);
    const earlier = line.filter(({ number }) => number < row.number);
    const operation = operationAfter(row.payload.operation, earlier);
    if (operation !== row.payload.operation)
      await manager.query(
        `UPDATE outbox_message SET payload = jsonb_set(payload, '{operation}', to_jsonb($2::text)) WHERE id = $1 AND state = 'sending'`,
        [id, operation],
      );
    return findMessage(manager, id);
  });
}
