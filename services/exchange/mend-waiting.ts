import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/actor';
import { codeOfRecord } from '../../domain/exchange/code-of-record';
import type { OutboxPayload } from '../../domain/exchange/message';
import { parkCodes } from '../../domain/exchange/outbox-state';
import { findPlatform } from '../../domain/exchange/platform';
import { findHindrance } from '../../domain/exchange/preflight';
import { appendEntry } from '../entries/append-entry';
import { lockLine } from './line-of';
import { messageColumns, type OutboxMessageRow } from './message-row';
import { queuedAgain } from './queued-again';
import { writeMessage } from './write-message';

export interface NewCode {
  object: string;
  uscc: string;
  actor: Actor;
  at: Date;
  submission: string;
  reason?: string;
}

/** With these codes we parked a record ourselves: it may go once it has what it lacked. */
const lacking: readonly string[] = [parkCodes.incomplete, parkCodes.invalid, parkCodes.identityCard];

/**
 * Gives the firm's code to every record about it that has not gone out; what waited for nothing else goes back into its
 * queue. In the transaction that writes the code into the register.
 * @returns platforms whose queue has something to send again
 */
export async function mendWaiting(manager: EntityManager, change: NewCode): Promise<string[]> {
  for (const message of await waitingAbout(manager, change.object)) await lockLine(manager, message);
  // Asked again with the lines held: what was sent or overtaken meanwhile needs nothing.
  const waiting = await waitingAbout(manager, change.object, 'FOR UPDATE OF m');
  const woken = new Set<string>();
  for (const message of waiting) if (await mend(manager, message, change)) woken.add(message.platform);
  return [...woken];
}

async function waitingAbout(manager: EntityManager, object: string, lock = ''): Promise<OutboxMessageRow[]> {
  return manager.query(
    `SELECT ${messageColumns} FROM outbox_message m JOIN official_case c ON c.id = m.subject_id
     WHERE c.subject_id = $1 AND m.state IN ('queued', 'parked') ORDER BY m.number ${lock}`,
    [object],
  );
}

async function mend(manager: EntityManager, message: OutboxMessageRow, change: NewCode): Promise<boolean> {
  const { actor, at, submission, reason, uscc } = change;
  const payload: OutboxPayload = {
    ...message.payload,
    record: { ...message.payload.record, ...codeOfRecord(message.payload.kind, uscc) },
  };
  const waited = message.state === 'parked' && lacking.includes(message.lastErrorCode ?? '');
  const hindrance = findHindrance(findPlatform(message.platform), payload);
  const goes = waited && !hindrance;
  const said = waited && hindrance ? { last_error_code: hindrance.code, last_error: hindrance.fields.join(', ') } : {};
  const values: Record<string, unknown> = {
    payload: JSON.stringify(payload),
    ...(goes ? queuedAgain(message, at) : said),
  };
  await appendEntry(manager, {
    act: 'exchange.correct',
    actor,
    at,
    subject: { kind: message.subjectKind, id: message.subjectId },
    submission: `${submission}/${message.id}`,
    before: { state: message.state, payload: message.payload },
    reason,
    detail: {
      message: message.id,
      platform: message.platform,
      key: message.key,
      version: message.version,
      fields: { idCode: uscc },
    },
  });
  await writeMessage(manager, message, values);
  return goes;
}
