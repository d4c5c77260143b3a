import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../db/sql';
import { mailLivesMs, nextTry } from '../../domain/mail/next-try';
import type { MailWords } from '../../domain/mail/mail-words';

/**
 * While one worker sends a mail, no other takes it; a worker that was killed lets go of it after this. It is longer than any
 * sending, and mails are taken one by one: of several, the last would be let go of before a server that answers slowly took it.
 */
const heldMs = 120_000;

/** How a mail leaves the house. */
export interface Mailer {
  /**
   * @param id names it to the receiving server, so that a second sending can be known as such
   * @throws MailRefusedError where the address or the mail is refused for good; any other error where trying again may help
   */
  send(mail: { id: string; to: string } & MailWords): Promise<void>;
}

/** The receiving server wants this mail never. */
export class MailRefusedError extends Error {
  readonly code = 'mail_refused';
}

/** Sends what is due; one that could not go waits longer each time. Returns how many were sent. */
export async function sendMails(dataSource: DataSource, mailer: Mailer, now: () => Date): Promise<number> {
  await giveUp(dataSource, now());
  let sent = 0;
  for (;;) {
    const [mail] = await takeDue(dataSource, now());
    if (!mail) return sent;
    const failure = await tried(mailer, mail);
    const at = now();
    if (failure === undefined) {
      sent += 1;
      await end(dataSource, mail.id, 'sent', at);
    } else if (failure instanceof MailRefusedError) await end(dataSource, mail.id, 'refused', at, said(failure));
    else
      await dataSource.query('UPDATE mail_message SET failure = $2, due_at = $3 WHERE id = $1', [
        mail.id,
        said(failure),
        nextTry(mail.attempts, at),
      ]);
  }
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
