import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';

export interface OwnMail {
  address: string;
  digest: boolean;
  /** The owner has shown that they read the address. */
  confirmed: boolean;
  /** The last mail was refused by the receiving server. */
  refused: boolean;
}

/** Where a person's mails go; nothing where they wish none. */
export async function ownMail(database: Queryable, account: string): Promise<OwnMail | undefined> {
  const [row] = await rowsOf<OwnMail>(
    database,
    sql`SELECT m.address, m.digest, m.confirmed_at IS NOT NULL AS confirmed, COALESCE((SELECT q.state = 'refused' FROM mail_message q WHERE q.account = m.account AND q.ended_at > m.since
        ORDER BY q.ended_at DESC LIMIT 1), false) AS refused FROM account_mail m WHERE m.account = ${account}`,
  );
  return row;
}
