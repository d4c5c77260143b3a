import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../db/sql';
import { digestParts } from '../../domain/mail/digest-of';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { mailLivesMs } from '../../domain/mail/next-try';
import { toDo } from '../queries/cases/to-do';
import { mailTasks } from './mail-tasks';
import { writeMail } from './write-mail';

/** An act's moment is older than its row by less than this; and of many that come back at once one mail tells. */
const gatheredMs = 60_000;

/**
 * Writes to everybody to whom work came back since they were last told of such, the same hour: a record that is to be
 * corrected runs against its term. Apart from the acts, none of which waits for a mail. Returns how many will get one.
 */
export async function writeReturned(dataSource: DataSource, now: Date): Promise<number> {
  const until = new Date(now.getTime() - gatheredMs);
  const from = new Date(now.getTime() - mailLivesMs);
  const people = await rowsOf<{ account: string; department: string; capacities: string[]; inspector: string | null }>(
    dataSource,
    sql`SELECT a.id AS account, a.department, a.capacities, a.inspector_id AS inspector FROM account_mail m JOIN account a ON a.id = m.account
      WHERE m.confirmed_at IS NOT NULL AND a.active AND EXISTS (SELECT 1 FROM case_waiting w
        WHERE w.returned AND w.department = a.department AND w.capacity = ANY(a.capacities) AND (w.officer IS NULL OR w.officer = a.inspector_id)
          AND w.since > ${from} AND w.since <= ${until}
          AND w.since > COALESCE((SELECT max(q.created_at) FROM mail_message q WHERE q.account = a.id AND q.template = 'returned'), '-infinity'))`,
  );
  let written = 0;
  for (const { account, department, capacities, inspector } of people) {
    const person = { department, capacities, inspector: inspector ?? undefined };
    const lines = await toDo(dataSource, person, { from: digestParts(shanghaiDay(now)) });
    const tasks = mailTasks(lines).filter(({ returned }) => returned);
    if (tasks.length === 0) continue;
    const key = `returned/${until.toISOString()}`;
    written += await writeMail(dataSource, {
      template: 'returned',
      words: { tasks },
      key,
      accounts: [account],
      at: until,
    });
  }
  return written;
}
