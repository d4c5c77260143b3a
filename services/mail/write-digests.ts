import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../db/sql';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { isWorkingDay } from '../../domain/calendar/working-days';
import { digestOf, digestParts } from '../../domain/mail/digest-of';
import type { MailTask } from '../../domain/mail/mail-words';
import { toDo } from '../queries/cases/to-do';
import { readCalendar } from '../queries/registers/read-calendar';
import { readSetting } from '../queries/registers/read-setting';
import { mailTasks } from './mail-tasks';
import { writeMail } from './write-mail';

const hourInShanghai = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Writes the day's mail to everybody who wishes it and has not got it, from the county's hour on (`mail.digestHour`). */
export async function writeDigests(dataSource: DataSource, now: Date): Promise<number> {
  const day = shanghaiDay(now);
  const hour = await readSetting(dataSource, 'mail.digestHour', day);
  if (Number(hourInShanghai.format(now)) < hour) return 0;
  const waiting = await rowsOf<{ account: string; department: string; capacities: string[]; inspector: string | null }>(
    dataSource,
    sql`SELECT a.id AS account, a.department, a.capacities, a.inspector_id AS inspector FROM account_mail m JOIN account a ON a.id = m.account
      WHERE m.digest AND m.confirmed_at IS NOT NULL AND a.active AND NOT EXISTS (SELECT 1 FROM mail_message d WHERE d.key = 'digest/' || ${day} || '/' || a.id)`,
  );
  // On a day of rest nobody is written to, unless something ends that very day. What no calendar tells yet counts as worked.
  const rests = isWorkingDay(await readCalendar(dataSource), day) === false;
  let written = 0;
  for (const { account, department, capacities, inspector } of waiting) {
    const person = { department, capacities, inspector: inspector ?? undefined };
    const tasks = await toDo(dataSource, person, { from: digestParts(day) });
    const digest = digestOf(mailTasks(tasks), day);
    if (!digest || (rests && !endsOn(digest.words, day))) continue;
    written += await writeMail(dataSource, { ...digest, key: `digest/${day}`, accounts: [account], at: now });
  }
  return written;
}

/** Whether something ends that very day, come back or not. */
const endsOn = ({ returned = [], today }: { returned?: MailTask[]; today: MailTask[] }, day: string): boolean =>
  today.length > 0 || returned.some(({ due }) => due === day);
