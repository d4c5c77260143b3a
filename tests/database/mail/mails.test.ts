import type { AddressInfo } from 'node:net';
import { Inbox } from '../../../bin/stand-in/inbox';
import { lettersOver } from '../../../bin/compose/mail-loop';
import { freePort } from '../../../bin/supervisor/free-port';
import { smtpMailer, type SmtpMailer } from '../../../connectors/mail/smtp-mailer';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { shiftDay } from '../../../domain/calendar/iso-day';
import { sendMails } from '../../../services/mail/send-mails';
import { writeDigests } from '../../../services/mail/write-digests';
import { writeMail } from '../../../services/mail/write-mail';
import type { CaseState, Process } from '../../../domain/process';
import { mailReminded } from '../../../services/mail/mail-reminded';
import { confirmOwnMail } from '../../../services/people/confirm-own-mail';
import { changeOwnMail } from '../../../services/people/change-own-mail';
import { mailStandstill } from '../../../services/queries/mail/mail-standstill';
import { ownMail } from '../../../services/queries/mail/own-mail';
import { openCounty, type OpenCounty } from '../registers/open-county';

const site = 'https://county.example';
const morning = new Date('2026-11-24T01:00:00.000Z'); // nine o'clock in Shanghai
const day = shanghaiDay(morning);
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

let county: OpenCounty;
let handler: string;
let inbox: Inbox;
let stop: () => Promise<void>;
let smtp: SmtpMailer;
const query = <Row>(text: string, values: unknown[] = []) => county.dataSource.query(text, values) as Promise<Row[]>;
const states = async () =>
  (await query<{ state: string }>('SELECT state FROM mail_message ORDER BY created_at, key')).map((row) => row.state);

beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 20 });
  handler = await county.accountOf('scjg-handler');
  await query(
    `INSERT INTO official_case (id, kind, number, title, stage, lead_department, departments, readers, opened_at, stage_since, state, version)
     SELECT 'joint-check/320723-2026-L000' || n, 'joint-check', '320723-2026-L000' || n, '某某食品厂专项检查', 'drafting', 'SCJG', '{SCJG}', '{SCJG}', now(), now(), '{}', 1 FROM generate_series(1, 4) n`,
  );
  for (const [n, due] of [
    [1, shiftDay(day, -2)],
    [2, day],
    [3, shiftDay(day, 6)],
    [4, shiftDay(day, 7)],
  ] as const)
    await query(
      `INSERT INTO case_waiting (case_id, act, capacity, department, since, due) VALUES ('joint-check/320723-2026-L000' || $1::int, 'jointCheck.consult', 'departmentHandler', 'SCJG', now(), $2::date)`,
      [n, due],
    );
  inbox = new Inbox();
  const server = inbox.server();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  smtp = smtpMailer(`smtp://127.0.0.1:${port}`, '双随机 <noreply@county.example>');
  stop = () => new Promise((resolve) => server.close(resolve));
});
afterAll(async () => {
  smtp?.close();
  await stop?.();
  await county?.close();
});
beforeEach(async () => {
  await query('DELETE FROM mail_message');
  await wish({ address: 'someone@county.example', digest: true });
  await confirmed();
});

/** As its owner left it who entered the number. */
const confirmed = async () => {
  await query('UPDATE account_mail SET confirmed_at = now()');
  await query('DELETE FROM mail_message');
};

let submission = 0;
const wish = (to: { address: string; digest: boolean } | undefined) =>
  changeOwnMail(county.dataSource, {
    actor: { account: handler, capacity: 'departmentHandler', department: 'SCJG' },
    at: morning,
    submission: `mail-${++submission}`,
    wish: to,
  });
const reminder = (key: string, at = morning) =>
  writeMail(county.dataSource, {
    template: 'reminder',
    words: {
      task: {
        act: 'jointCheck.consult',
        caseId: 'joint-check/320723-2026-L0001',
        number: '320723-2026-L0001',
        cases: 1,
      },
      by: '县联席会议办公室',
    },
    key,
    accounts: [handler],
    at,
  });
const send = async (at: Date, over = smtp) =>
  (await sendMails(county.dataSource, lettersOver(over, site), () => at)).sent;
const mailed = (subject: RegExp) => inbox.mails().filter((mail) => subject.test(mail.subject));

test('the day’s mail counts what is late, due today and in the six days after, with links, and names no firm', async () => {
  expect(await writeDigests(county.dataSource, morning)).toBe(1);
  expect(await writeDigests(county.dataSource, later(60))).toBe(0);
  expect(await send(morning)).toBe(1);
  const [mail] = mailed(/工作提醒/);
  expect(mail?.to).toEqual(['someone@county.example']);
  expect(mail?.subject).toBe('2026年11月24日 工作提醒：逾期 1 项，今天到期 1 项，一周内到期 1 项');
  for (const n of [1, 2, 3]) expect(mail?.text).toContain(`${site}/cases/joint-check/320723-2026-L000${n}`);
  expect(mail?.text).not.toContain('L0004');
  expect(`${mail?.subject}${mail?.text}`).not.toContain('食品厂');
  expect(await states()).toEqual(['sent']);
  expect(await send(later(600))).toBe(0);
});

test('firms of one line are counted by when each is due: one that is late hides none that ends today', async () => {
  const dues = [-1, 0, 0, 3, 30].map((days) => shiftDay(day, days));
  await query(
    `INSERT INTO official_case (id, kind, number, title, parent_id, stage, lead_department, departments, readers, opened_at, stage_since, state, version)
     SELECT 'visit/320723-2026-L0001-C1-J0000' || n, 'visit', '320723-2026-L0001-C1-J0000' || n, '某某食品厂', 'joint-check/320723-2026-L0001', 'noticed', 'SCJG', '{SCJG}', '{SCJG}', now(), now(), '{}', 1 FROM generate_series(1, 5) n`,
  );
  await query(
    `INSERT INTO case_waiting (case_id, act, capacity, department, since, due)
     SELECT 'visit/320723-2026-L0001-C1-J0000' || n, 'visit.publishResult', 'departmentHandler', 'SCJG', now(), ($1::date[])[n] FROM generate_series(1, 5) n`,
    [dues],
  );
  expect(await writeDigests(county.dataSource, morning)).toBe(1);
  await send(morning);
  const [mail] = mailed(/工作提醒/);
  expect(mail?.subject).toBe('2026年11月24日 工作提醒：逾期 2 项，今天到期 3 项，一周内到期 2 项');
  expect(mail?.text).toContain('公示检查结果（320723-2026-L0001，2件），2026年11月24日前');
  expect(`${mail?.subject}${mail?.text}`).not.toContain('食品厂');
  await query(`DELETE FROM case_waiting WHERE case_id LIKE 'visit/%'`);
  await query(`DELETE FROM official_case WHERE id LIKE 'visit/%'`);
});

test('an address gets nothing but the number for it until its owner has entered that; another address begins anew', async () => {
  await wish(undefined);
  await query('DELETE FROM mail_message');
  const before = inbox.mails().length;
  await wish({ address: 'new@county.example', digest: true });
  expect(await reminder('unconfirmed')).toBe(0);
  expect(await writeDigests(county.dataSource, morning)).toBe(0);
  expect(await send(later(1))).toBe(1);
  const [mail] = inbox.mails().filter(({ subject }) => subject === '邮箱确认码');
  expect(inbox.mails()).toHaveLength(before + 1);
  const code = /\d{8}/.exec(mail?.text ?? '')?.[0] ?? '';
  const enter = (typed: string, at = later(2)) =>
    confirmOwnMail(county.dataSource, { account: handler, code: typed, at });
  expect([await enter('x'), await enter(code, later(60 * 24 + 1)), await enter(code)]).toEqual([false, false, true]);
  expect(await reminder('now')).toBe(1);
  // The same address stays confirmed; another one is not.
  await wish({ address: 'new@county.example', digest: false });
  expect(await ownMail(county.dataSource, handler)).toMatchObject({ confirmed: true });
  await wish({ address: 'other@county.example', digest: true });
  expect(await ownMail(county.dataSource, handler)).toMatchObject({ confirmed: false });
  expect(await send(later(3))).toBe(1);
  expect(
    inbox
      .mails()
      .filter(({ to }) => to.includes('other@county.example'))
      .map(({ subject }) => subject),
  ).toEqual(['邮箱确认码']);
});

test('a number is given up after five wrong ones', async () => {
  await wish({ address: 'guessed@county.example', digest: true });
  const [row] = await query<{ code: string }>('SELECT code FROM account_mail');
  const enter = (code: string) => confirmOwnMail(county.dataSource, { account: handler, code, at: morning });
  for (let tries = 0; tries < 5; tries += 1) expect(await enter('guess')).toBe(false);
  expect(await enter(row?.code ?? '')).toBe(false);
});

test('on a day of rest nobody gets the day’s mail, unless something ends that very day', async () => {
  const saturday = new Date('2026-11-28T01:00:00.000Z');
  expect(await writeDigests(county.dataSource, saturday)).toBe(0);
  const ends = (due: string) => query(`UPDATE case_waiting SET due = $1 WHERE case_id LIKE '%L0004'`, [due]);
  await ends('2026-11-28');
  expect(await writeDigests(county.dataSource, saturday)).toBe(1);
  await ends(shiftDay(day, 7));
});

test('whoever is waited for is mailed a 催办 with the act of it, once, and nobody else', async () => {
  const at = morning.toISOString();
  await query(
    `INSERT INTO case_waiting (case_id, act, capacity, department, since, due, reminded_at) VALUES ('joint-check/320723-2026-L0001', 'referral.receive', 'departmentHandler', 'SCJG', now(), $1::date, $2), ('joint-check/320723-2026-L0001', 'referral.receive', 'departmentHandler', 'WJW', now(), $1::date, $3)`,
    [day, at, later(-60).toISOString()],
  );
  const next = { id: 'joint-check/320723-2026-L0001', number: '320723-2026-L0001', stage: 'x', since: at } as CaseState;
  const waits = (remindedAt: string) => ({ waiting: () => [{ remindedAt }] }) as unknown as Process;
  const tell = (remindedAt: string) =>
    mailReminded(county.dataSource, { process: waits(remindedAt), next, at, actor: { department: 'WJW' } });
  expect(await tell(later(-60).toISOString())).toBe(0);
  expect([await tell(at), await tell(at)]).toEqual([1, 0]);
  expect(await send(morning)).toBe(1);
  const [mail] = mailed(/^催办/).slice(-1);
  expect(mail?.to).toEqual(['someone@county.example']);
  expect(mail?.subject).toBe('催办：签收（320723-2026-L0001）');
  expect(mail?.text).toContain('卫生健康');
  expect(`${mail?.subject}${mail?.text}`).not.toContain('食品厂');
  await query(`DELETE FROM case_waiting WHERE act = 'referral.receive'`);
});

test('the county’s hour is waited for, who wishes no daily mail gets none, and nobody is written to about nothing', async () => {
  const early = new Date('2026-11-23T23:59:00.000Z'); // a minute to eight
  expect(await writeDigests(county.dataSource, early)).toBe(0);
  await query(`UPDATE setting SET value = '7' WHERE key = 'mail.digestHour'`);
  expect(await writeDigests(county.dataSource, early)).toBe(1);
  await query(`UPDATE setting SET value = '8' WHERE key = 'mail.digestHour'`);
  await query('DELETE FROM mail_message');
  await wish({ address: 'someone@county.example', digest: false });
  await query('DELETE FROM mail_message');
  expect(await writeDigests(county.dataSource, morning)).toBe(0);
  await wish({ address: 'someone@county.example', digest: true });
  expect(await writeDigests(county.dataSource, new Date('2026-10-01T01:00:00.000Z'))).toBe(0);
});

test('what an act tells of is written with it: once for one thing, and not at all where the act is not recorded', async () => {
  expect([await reminder('case/1'), await reminder('case/1'), await reminder('case/2')]).toEqual([1, 0, 1]);
  await expect(
    county.dataSource.transaction(async (manager) => {
      await writeMail(manager, {
        template: 'reminder',
        words: {} as never,
        key: 'case/3',
        accounts: [handler],
        at: morning,
      });
      throw new Error('refused');
    }),
  ).rejects.toThrow('refused');
  expect(await states()).toHaveLength(2);
});

test('a mail server that is down keeps nobody waiting: mails wait longer each time, are told of, and go once it is there', async () => {
  const nobody = smtpMailer(`smtp://127.0.0.1:${await freePort()}`, 'noreply@county.example');
  await reminder('down');
  const before = inbox.mails().length;
  expect(await send(morning, nobody)).toBe(0);
  expect(await mailStandstill(county.dataSource)).toMatchObject({
    waiting: 1,
    failure: expect.stringMatching(/ECONNREFUSED/) as string,
  });
  // A minute, then five, then a quarter of an hour: not before.
  for (const [minutes, tries] of [
    [0.5, 1],
    [1.1, 2],
    [5, 2],
    [6.5, 3],
    [20, 3],
    [22, 4],
  ] as const) {
    await send(later(minutes), nobody);
    expect(await query('SELECT attempts FROM mail_message')).toEqual([{ attempts: tries }]);
  }
  nobody.close();
  expect(await send(later(120))).toBe(1);
  expect(inbox.mails()).toHaveLength(before + 1);
  expect(await mailStandstill(county.dataSource)).toBeUndefined();
});

test('two workers send one mail once, and a worker that was killed while it sent lets go of it', async () => {
  await reminder('twice');
  const before = inbox.mails().length;
  expect((await Promise.all([send(morning), send(morning)])).reduce((sum, sent) => sum + sent)).toBe(1);
  expect(inbox.mails()).toHaveLength(before + 1);
  await reminder('killed');
  const killed = { send: () => new Promise<void>(() => undefined) };
  void sendMails(county.dataSource, killed, () => later(1));
  for (;;) {
    const [row] = await query<{ attempts: number }>(`SELECT attempts FROM mail_message WHERE state = 'queued'`);
    if (row?.attempts === 1) break;
  }
  expect(await send(later(2))).toBe(0);
  expect(await send(later(4))).toBe(1);
});

test('a server that takes its time with every mail is sent each of them once, whoever else looks meanwhile', async () => {
  for (const name of Array.from({ length: 9 }, (_, place) => `slow-${place}`)) await reminder(name);
  const took: string[] = [];
  let at = morning;
  // As long as a sending may last, and another worker looks for what is due after each.
  const slow = {
    async send({ id }: { id: string }) {
      took.push(id);
      at = new Date(at.getTime() + 20_000);
      await sendMails(county.dataSource, { send: async (mail) => void took.push(mail.id) }, () => at);
    },
  };
  await sendMails(county.dataSource, slow, () => at);
  expect(took).toHaveLength(9);
  expect(new Set(took).size).toBe(9);
});

test('what came too late, what nobody wishes any more and what the other server refuses ends, and is not tried again', async () => {
  await reminder('old', new Date(morning.getTime() - 37 * 3_600_000));
  expect(await send(morning)).toBe(0);
  expect(await states()).toEqual(['expired']);
  await query('DELETE FROM mail_message');
  await reminder('unwanted');
  await wish(undefined);
  expect(await send(morning)).toBe(0);
  expect(await states()).toEqual(['unwanted']);
  expect(await reminder('off')).toBe(0);
  await query('DELETE FROM mail_message');
  await wish({ address: 'someone@county.example', digest: true });
  await reminder('refused');
  const refusing: SmtpMailer = {
    send: () =>
      Promise.reject(
        Object.assign(new Error('550 no someone@county.example here'), { code: 'EENVELOPE', responseCode: 550 }),
      ),
    close: () => undefined,
  };
  expect(await send(later(1), refusing)).toBe(0);
  expect(await query('SELECT state, failure FROM mail_message')).toEqual([
    { state: 'refused', failure: '550 no … here' },
  ]);
  expect(await ownMail(county.dataSource, handler)).toMatchObject({ refused: true });
  expect(await send(later(600))).toBe(0);
});

test('the log keeps that a person changed their mails, and no address', async () => {
  const rows = await query<{ entry: string; detail: unknown }>(
    `SELECT entry, detail FROM acts WHERE act = 'account.changeMail'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('county.example');
});
