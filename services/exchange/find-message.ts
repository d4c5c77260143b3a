import type { DataSource, EntityManager } from 'typeorm';
import { messageColumns, type OutboxMessageRow } from './message-row';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads one message; undefined when there is none, also for an id of another form. */
export async function findMessage(
  source: DataSource | EntityManager,
  id: string,
): Promise<OutboxMessageRow | undefined> {
  return read(source, id, '');
}

/** Reads one message and keeps others from changing it until the transaction ends. */
export async function lockMessage(manager: EntityManager, id: string): Promise<OutboxMessageRow | undefined> {
  return read(manager, id, 'FOR UPDATE');
}

async function read(
  source: DataSource | EntityManager,
  id: string,
  lock: string,
): Promise<OutboxMessageRow | undefined> {
  if (!uuid.test(id)) return undefined;
  const rows: OutboxMessageRow[] = await source.query(
    `SELECT ${messageColumns} FROM outbox_message m WHERE m.id = $1 ${lock}`,
    [id],
  );
  return rows[0];
}
