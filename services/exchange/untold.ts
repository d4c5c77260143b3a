import type { DataSource } from 'typeorm';
import { tellingStates } from '../../domain/exchange/outbox-state';
import { messageColumns, type OutboxMessageRow } from './message-row';

/** Messages whose receipt, refusal or giving up the owning case has not learnt yet. */
export async function findUntold(dataSource: DataSource, platform: string, limit: number): Promise<OutboxMessageRow[]> {
  return dataSource.query(
    `SELECT ${messageColumns} FROM outbox_message m
     WHERE m.platform = $1 AND m.told_at IS NULL AND m.state = ANY($2) ORDER BY m.number LIMIT $3`,
    [platform, tellingStates, limit],
  );
}

/** Notes that the case knows this version of the message; a version that came later is told again. */
export async function markTold(dataSource: DataSource, message: { id: string; version: number }): Promise<void> {
  await dataSource.query('UPDATE outbox_message SET told_at = clock_timestamp() WHERE id = $1 AND version = $2', [
    message.id,
    message.version,
  ]);
}
