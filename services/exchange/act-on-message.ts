import type { DataSource, EntityManager } from 'typeorm';
import type { MessageAct } from '../../domain/exchange/message-act';
import { needlessCodes } from '../../domain/exchange/outbox-state';
import { mayActOnMessage } from '../../domain/exchange/permission';
import { Refusal } from '../../domain/refusal';
import { appendEntry } from '../entries/append-entry';
import { findMessage, lockMessage } from './find-message';
import { lockLine } from './line-of';
import { messageChanges } from './message-changes';
import type { OutboxMessageRow } from './message-row';
import { writeMessage } from './write-message';

interface Change {
  act: string;
  reason?: string;
  detail?(message: OutboxMessageRow): Record<string, unknown>;
  /** Values by column, written with the version check. */
  set(message: OutboxMessageRow): Record<string, unknown>;
}

/**
 * Does one act of a person on a parked message: permission, entry and row in one transaction. The same submission
 * again changes nothing and gives the message as it stands.
 * @throws Refusal MESSAGE_UNKNOWN, NOT_ENTITLED, MESSAGE_OVERTAKEN, STALE_VERSION, MESSAGE_NOT_PARKED, and what `change.set` refuses
 */
export async function actOnMessage(
  dataSource: DataSource,
  input: MessageAct,
  change: Change,
): Promise<OutboxMessageRow> {
  return dataSource.transaction(async (manager) => {
    const message = await lockForActor(manager, input);
    const { duplicate } = await appendEntry(manager, {
      act: change.act,
      actor: input.actor,
      at: input.at,
      subject: { kind: message.subjectKind, id: message.subjectId },
      submission: input.submission,
      before: { state: message.state, payload: message.payload },
      reason: change.reason,
      detail: {
        message: message.id,
        platform: message.platform,
        key: message.key,
        version: message.version,
        ...change.detail?.(message),
      },
    });
    if (duplicate) return message;
    if (message.lastErrorCode === needlessCodes.overtaken && message.state === 'notNeeded')
      throw new Refusal('MESSAGE_OVERTAKEN', { by: Number(message.lastError) });
    if (message.version !== input.version)
      throw new Refusal('STALE_VERSION', {
        current: message.version,
        changed: await messageChanges(manager, message, { seen: input.version, submission: input.submission }),
      });
    if (message.state !== 'parked') throw new Refusal('MESSAGE_NOT_PARKED', { state: message.state });
    await writeMessage(manager, message, change.set(message));
    return (await findMessage(manager, message.id)) ?? message;
  });
}

async function lockForActor(manager: EntityManager, input: MessageAct): Promise<OutboxMessageRow> {
  const found = await findMessage(manager, input.messageId);
  if (found) await lockLine(manager, found);
  const message = found && (await lockMessage(manager, input.messageId));
  if (!message) throw new Refusal('MESSAGE_UNKNOWN', { message: input.messageId });
  if (!mayActOnMessage(input.actor, message)) throw new Refusal('NOT_ENTITLED');
  return message;
}
