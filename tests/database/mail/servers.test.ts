import { lettersOver, sendingTurns } from '../../../bin/compose/mail-loop';
import { smtpMailer } from '../../../connectors/mail/smtp-mailer';
import { heldMs, sendingLimitMs } from '../../../domain/mail/sending-times';
import { sendMails } from '../../../services/mail/send-mails';
import { writeDigests } from '../../../services/mail/write-digests';
import { writeMail } from '../../../services/mail/write-mail';
import { mailStandstill } from '../../../services/queries/mail/mail-standstill';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { OddServer, well, type Says } from './odd-server';

const site = 'https://county.example';
const morning = new Date('2026-11-24T01:00:00.000Z');
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
/** As long as a sending may last here. */
const limitMs = 700;

let county: OpenCounty;
let people: string[];
const opened: OddServer[] = [];
const query = <Row>(text: string, values: unknown[] = []) => county.dataSource.query(text, values) as Promise<Row[]>;

beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 20 });
  people = await Promise.all(['scjg-handler', 'scjg-leader', 'wjw-handler'].map((name) => county.accountOf(name)));
  for (const [place, account] of people.entries())
    await query('INSERT INTO account_mail (account, address, confirmed_at) VALUES ($1, $2, now())', [
      account,
      `person-${place}@county.example`,
    ]);
});
beforeEach(async () => {
  await query('DELETE FROM mail_message');
});
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});
afterAll(async () => {
  await county?.close();
});

/** Who gets something, one mail each, in this order. */
async function write(accounts = people): Promise<void> {
  for (const [place, account] of accounts.entries())
    await writeMail(county.dataSource, {
      template: 'reminder',
      words: { task: { act: 'jointCheck.consult', caseId: 'joint-check/1', number: '1', cases: 1 } },
      key: 'odd',
      accounts: [account],
      at: new Date(morning.getTime() - 1000 + place),
    });
}

async function server(says: Says, { greets = '220 odd.example' as string | undefined, signIn = '' } = {}) {
  const odd = new OddServer(says, greets);
  opened.push(odd);
  const mailer = lettersOver(smtpMailer(await odd.open(signIn), 'noreply@county.example', limitMs), site);
  return { odd, mailer, send: (at = morning) => sendMails(county.dataSource, mailer, () => at) };
}
const letters = () =>
  query<{ state: string; attempts: number; failure: string | null }>(
    'SELECT state, attempts, failure FROM mail_message ORDER BY created_at',
  );

test('a sending is over well before another worker may take the mail', () => {
  expect(sendingLimitMs).toBeLessThanOrEqual(heldMs / 2);
});

test('a server that takes the connection and says nothing ends the turn after one mail; the day’s mails are written meanwhile', async () => {
  await write();
  const { send, odd } = await server(() => undefined, { greets: undefined });
  const turn = send();
  await query(`UPDATE account_mail SET digest = true`);
  const begun = Date.now();
  await writeDigests(county.dataSource, morning);
  expect(Date.now() - begun).toBeLessThan(limitMs);
  expect(await turn).toEqual({ sent: 0, stopped: true });
  expect(odd.connections).toBe(1);
  expect((await letters()).map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  expect(await mailStandstill(county.dataSource)).toMatchObject({
    waiting: 3,
    failure: expect.stringMatching(/ETIMEDOUT/) as string,
  });
});

test('a server that sends a byte now and then is never silent and still ends in time, with the connection closed', async () => {
  await write(people.slice(0, 1));
  let closed = false;
  const { send } = await server((command, socket) => {
    if (!command.startsWith('EHLO')) return well(command, socket);
    const timer = setInterval(() => socket.write('250-still here\r\n'), 50);
    socket.on('close', () => {
      clearInterval(timer);
      closed = true;
    });
    return undefined;
  });
  const begun = Date.now();
  expect(await send()).toEqual({ sent: 0, stopped: true });
  expect(Date.now() - begun).toBeLessThan(3 * limitMs);
  for (let tries = 0; !closed && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(closed).toBe(true);
});

test('what the server cannot take now is kept and sent later; the others go', async () => {
  await write();
  let busy = true;
  const { send } = await server((command, socket) =>
    busy && command.includes('person-1@') ? '450 mailbox busy' : well(command, socket),
  );
  expect(await send()).toEqual({ sent: 2, stopped: false });
  expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'queued', 'sent']);
  expect((await letters())[1]?.failure).toMatch(/450 mailbox busy/);
  busy = false;
  expect(await send(later(0.5))).toEqual({ sent: 0, stopped: false });
  expect(await send(later(1.1))).toEqual({ sent: 1, stopped: false });
});

test('an address that is refused for good is parked with the server’s words; the others go', async () => {
  await write();
  const { send } = await server((command, socket) =>
    command.includes('person-1@') ? '550 no such user' : well(command, socket),
  );
  expect(await send()).toEqual({ sent: 2, stopped: false });
  expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'refused', 'sent']);
  expect((await letters())[1]?.failure).toMatch(/550 no such user/);
  expect(await mailStandstill(county.dataSource)).toBeUndefined();
});

test.each([
  ['a wrong password', 'AUTH', '535 authentication failed'],
  ['a sender that may not send', 'MAIL', '550 not a sender of ours'],
  ['a server that closes for the night', 'RCPT', '421 closing'],
])(
  '%s is a fault of the connection: no mail is lost by it, and the administrator reads of it',
  async (_, verb, words) => {
    await write();
    const { send, odd } = await server(
      (command, socket) => (command.startsWith(verb) ? words : well(command, socket)),
      { signIn: 'us:wrong@' },
    );
    expect(await send()).toEqual({ sent: 0, stopped: true });
    expect((await letters()).map(({ state, attempts }) => `${state} ${attempts}`)).toEqual([
      'queued 1',
      'queued 0',
      'queued 0',
    ]);
    expect(odd.heard.filter((line) => line.startsWith(verb))).toHaveLength(1);
    expect(await mailStandstill(county.dataSource)).toMatchObject({
      waiting: 3,
      failure: expect.stringContaining(words) as string,
    });
  },
);

test('a server that closes in the middle of a mail ends the turn; the others go in the next, and that mail later', async () => {
  await write();
  let closes = true;
  const { send } = await server((command, socket) => {
    if (command !== 'end of data' || !closes) return well(command, socket);
    socket.destroy();
    return undefined;
  });
  expect(await send()).toEqual({ sent: 0, stopped: true });
  closes = false;
  expect(await send(later(0.1))).toEqual({ sent: 2, stopped: false });
  expect((await letters()).map(({ state }) => state)).toEqual(['queued', 'sent', 'sent']);
  expect(await send(later(1.2))).toEqual({ sent: 1, stopped: false });
});

test('a wrong password is not tried with every mail of the house: turns rest a minute, then five, until one goes well', async () => {
  await write();
  let wrong = true;
  const { mailer, odd } = await server(
    (command, socket) => (wrong && command.startsWith('AUTH') ? '535 wrong' : well(command, socket)),
    { signIn: 'us:wrong@' },
  );
  let at = morning;
  const turn = sendingTurns(county.dataSource, mailer, () => at);
  const tries = () => odd.heard.filter((line) => line.startsWith('AUTH')).length;
  for (const [minutes, expected] of [
    [0, 1],
    [0.5, 1],
    [1.1, 2],
    [5, 2],
    [6.5, 3],
  ] as const) {
    at = later(minutes);
    await turn();
    expect(tries()).toBe(expected);
  }
  wrong = false;
  at = later(60);
  await turn();
  expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
});
