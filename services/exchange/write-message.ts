import type { EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import type { OutboxMessageRow } from './message-row';

/**
 * Writes columns of a message as a new version, of which its case is to be told.
 * @throws Refusal STALE_VERSION where the message is not as it was read
 */
export async function writeMessage(
  manager: EntityManager,
  message: Pick<OutboxMessageRow, 'id' | 'version'>,
  values: Record<string, unknown>,
): Promise<void> {
  const columns = Object.keys(values);
  const assignments = columns.map((column, index) => `${column} = $${index + 3}`).join(', ');
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE outbox_message SET ${assignments}, told_at = NULL, version = version + 1 WHERE id = $1 AND version = $2`,
    [message.id, message.version, ...columns.map((column) => values[column])],
  );
  if (count !== 1) throw new Refusal('STALE_VERSION');
}
