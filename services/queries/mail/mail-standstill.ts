import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';

export interface MailStandstill {
  waiting: number;
  since: Date;
  /** What the mail server said last. */
  failure: string;
}

/** All that wait since a mail was tried in vain, also those that a server which is down was not tried with; nothing where all goes its way. */
export async function mailStandstill(database: Queryable): Promise<MailStandstill | undefined> {
  const [row] = await rowsOf<MailStandstill>(
    database,
    sql`SELECT count(*)::int AS waiting, min(created_at) AS since, (array_agg(failure ORDER BY due_at DESC) FILTER (WHERE failure IS NOT NULL))[1] AS failure
      FROM mail_message WHERE state = 'queued' HAVING count(failure) > 0`,
  );
  return row;
}
