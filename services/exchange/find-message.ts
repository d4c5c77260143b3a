import type { DataSource, EntityManager } from 'typeorm';
import { messageColumns, type OutboxMessageRow } from './message-row';

/** Reads one message; undefined when there is none. */
export async function findMessage(source: DataSource | EntityManager, id: string): Promise<OutboxMessageRow | undefined> {
  const rows: OutboxMessageRow[] = await source.query(`SELECT ${messageColumns} FROM outbox_message m WHERE m.id = $1`, [id]);
  return rows[0];
}
