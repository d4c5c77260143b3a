import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';

export interface MailStandstill {
  waiting: number;
  since: Date;
  /** What the mail server said last. */
  failure: string;
}

/** Mails that were tried and wait to be tried again; nothing where all goes its way. */
export async function mailStandstill(database: Queryable): Promise<MailStandstill | undefined> {
  const [row] = await rowsOf<MailStandstill>(
    database,
    sql`SELECT count(*)::int AS waiting, min(created_at) AS since, (array_agg(failure ORDER BY due_at DESC))[1] AS failure
      FROM mail_message WHERE state = 'queued' AND failure IS NOT NULL HAVING count(*) > 0`,
  );
  return row;
}
