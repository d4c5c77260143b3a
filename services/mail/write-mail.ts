import type { Queryable } from '../../db/queryable';
import { rowsOf, sql } from '../../db/sql';
import type { MailWords } from '../../domain/mail/mail-words';

/**
 * Writes a mail to each of these persons who wishes mails and has confirmed the address, in the transaction of the act that it tells of; the worker sends it.
 * @param key what it tells of: the same key reaches a person once
 * @returns how many will get it
 */
export async function writeMail(
  manager: Queryable,
  mail: MailWords & { key: string; accounts: readonly string[]; at: Date },
): Promise<number> {
  const rows = await rowsOf(
    manager,
    sql`INSERT INTO mail_message (key, account, template, words, created_at, due_at)
      SELECT ${mail.key} || '/' || m.account, m.account, ${mail.template}, ${JSON.stringify(mail.words)}::jsonb, ${mail.at}, ${mail.at}
      FROM account_mail m JOIN account a ON a.id = m.account AND a.active WHERE m.account = ANY(${mail.accounts}::uuid[]) AND (m.confirmed_at IS NOT NULL OR ${mail.template} = 'confirm')
      ON CONFLICT (key) DO NOTHING RETURNING 1`,
  );
  return rows.length;
}
