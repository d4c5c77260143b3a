import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../db/sql';
import { mailLivesMs, nextTry } from '../../domain/mail/next-try';
import type { MailWords } from '../../domain/mail/mail-words';
import { heldMs } from '../../domain/mail/sending-times';
import { MailRefusedError, MailServerError, type Mailer } from './mailer';

/** What a turn came to. */
export interface SendingTurn {
  sent: number;
  /** The server takes nothing now: what was not tried waits for another turn. */
  stopped: boolean;
}

/**
 * Sends what is due; one that could not go waits longer each time. Mails are taken one by one: of several, the last would be let
 * go of before a server that answers slowly took it.
 * @param ending once aborted, no further mail is taken
 */
export async function sendMails(
  dataSource: DataSource,
  mailer: Mailer,
  now: () => Date,
  ending?: AbortSignal,
): Promise<SendingTurn> {
  await giveUp(dataSource, now());
  let sent = 0;
  while (!ending?.aborted) {
    const [mail] = await takeDue(dataSource, now());
    if (!mail) return { sent, stopped: false };
    const failure = await tried(mailer, mail);
    const at = now();
    if (failure === undefined) {
      sent += 1;
      await end(dataSource, mail.id, 'sent', at);
    } else if (failure instanceof MailRefusedError) await end(dataSource, mail.id, 'refused', at, said(failure));
    else {
      await dataSource.query('UPDATE mail_message SET failure = $2, due_at = $3 WHERE id = $1', [
        mail.id,
        said(failure),
        nextTry(mail.attempts, at),
      ]);
      if (failure instanceof MailServerError) return { sent, stopped: true };
    }
  }
  return { sent, stopped: false };
}

type Taken = MailWords & { id: string; to: string; attempts: number };

const takeDue = (dataSource: DataSource, at: Date): Promise<Taken[]> =>
  rowsOf<Taken>(
    dataSource,
    sql`WITH taken AS (
        UPDATE mail_message SET attempts = attempts + 1, due_at = ${new Date(at.getTime() + heldMs)}
        WHERE id IN (SELECT id FROM mail_message WHERE state = 'queued' AND due_at <= ${at} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, account, template, words, attempts)
      SELECT t.id, m.address AS to, t.template, t.words, t.attempts FROM taken t JOIN account_mail m ON m.account = t.account AND (m.confirmed_at IS NOT NULL OR t.template = 'confirm')`,
  );

async function tried(mailer: Mailer, { id, to, ...mail }: Taken): Promise<unknown> {
  try {
    await mailer.send({ id, to, template: mail.template, words: mail.words } as Parameters<Mailer['send']>[0]);
    return undefined;
  } catch (failure) {
    return failure;
  }
}

/** What the server said, without the addresses in it: the system administrator reads it. */
const said = (failure: unknown): string =>
  (failure instanceof Error ? failure.message : String(failure)).replace(/[^\s<>:]+@[^\s<>:]+/g, '…').slice(0, 500);

async function end(dataSource: DataSource, id: string, state: string, at: Date, failure: string | null = null) {
  await dataSource.query('UPDATE mail_message SET state = $2, ended_at = $3, failure = $4 WHERE id = $1', [
    id,
    state,
    at,
    failure,
  ]);
}

/** A mail of yesterday's work helps nobody, and who wishes none any more gets none. */
async function giveUp(dataSource: DataSource, at: Date): Promise<void> {
  await dataSource.query(
    `UPDATE mail_message q SET state = CASE WHEN created_at <= $1 THEN 'expired' ELSE 'unwanted' END, ended_at = $2
     WHERE state = 'queued' AND (created_at <= $1 OR NOT EXISTS (SELECT 1 FROM account_mail m JOIN account a ON a.id = m.account AND a.active WHERE m.account = q.account AND (m.confirmed_at IS NOT NULL OR q.template = 'confirm')))`,
    [new Date(at.getTime() - mailLivesMs), at],
  );
}
