import type { EntityManager } from 'typeorm';
import { hold } from '../../db/hold';
import { needlessOf, revivedOf, type LineMessage } from '../../domain/exchange/line';
import { findPlatform } from '../../domain/exchange/platform';

/** Platform and subject whose messages stand in one order. */
export interface LineKey {
  platform: string;
  line: string;
}

/** Keeps everybody else from a line until the transaction ends, also from adding to it. */
export async function lockLine(manager: EntityManager, { platform, line }: LineKey): Promise<void> {
  await hold(manager, `outbox ${platform} ${line}`);
}

/** Every message of a line, in the order of the acts. */
export async function lineOf(manager: EntityManager, { platform, line }: LineKey): Promise<LineMessage[]> {
  return manager.query(
    `SELECT id, number::int AS number, payload->>'operation' AS operation, state, perhaps_taken AS "perhapsTaken"
     FROM outbox_message WHERE platform = $1 AND line = $2 ORDER BY number`,
    [platform, line],
  );
}

/**
 * Takes out of a locked line what need not be sent any more.
 * @param taken a message that the caller is about to send; it counts as one that waits
 */
export async function settleLine(manager: EntityManager, key: LineKey, taken?: string): Promise<LineMessage[]> {
  const line = (await lineOf(manager, key)).map((message) =>
    message.id === taken && message.state === 'sending' ? { ...message, state: 'queued' as const } : message,
  );
  for (const { id, code, by } of needlessOf(line, { canTell: findPlatform(key.platform)?.canTell ?? false })) {
    await manager.query(
      `UPDATE outbox_message SET state = 'notNeeded', last_error_code = $2, last_error = $3, next_attempt_at = NULL, claim = NULL,
         told_at = clock_timestamp(), version = version + 1 WHERE id = $1`,
      [id, code, String(by)],
    );
  }
  const revived = revivedOf(line);
  if (revived)
    await manager.query(
      `UPDATE outbox_message SET state = 'queued', last_error_code = NULL, last_error = NULL, next_attempt_at = clock_timestamp(), version = version + 1
       WHERE id = $1`,
      [revived],
    );
  return line;
}
