import { join } from 'node:path';
import { createTexts } from '../../../api/views/texts';
import { mailLetter } from '../../../bin/compose/mail-letter';
import { openRound, type ConsultationState } from '../../../domain/consultation/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { MailWords } from '../../../domain/mail/mail-words';
import type { VisitState } from '../../../domain/visit/state';
import { writeDigests } from '../../../services/mail/write-digests';
import { writeReturned } from '../../../services/mail/write-returned';
import { everyCase } from '../../access/every-case';
import { Acting } from '../cases/acting';
import { openCounty, type OpenCounty } from '../registers/open-county';

const morning = new Date('2026-11-24T01:00:00.000Z'); // a Tuesday, nine o'clock in Shanghai
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
const tomorrow = later(24 * 60);
const since = '2026-11-20T02:00:00.000Z';
const firm = '绿源食品厂';

const texts = createTexts(join(__dirname, '..', '..', '..', 'templates', 'locales'), 'throw');
let county: OpenCounty;
let acting: Acting;
/** Who wishes mails, by what they are in the day. */
let who: Record<
  'handler' | 'leader' | 'asked' | 'liaison' | 'replies' | 'first' | 'second' | 'office' | 'director',
  string
>;
let visit: VisitState;
const query = <Row>(text: string, values: unknown[] = []) => county.dataSource.query(text, values) as Promise<Row[]>;

beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 40 });
  acting = new Acting(county);
  const cases = await everyCase(county.dataSource);
  visit = cases.find(
    (state) => state.id.startsWith('visit/') && state.stage === 'noticed' && resultOf(state)?.stage === 'entered',
  ) as VisitState;
  const [first = '', second = ''] = visit.results['SCJG']?.officers ?? [];
  const accountOf = async (officer: string) =>
    (await query<{ username: string }>('SELECT username FROM account WHERE inspector_id = $1', [officer]))[0]
      ?.username ?? '';
  who = {
    handler: 'scjg-handler',
    leader: 'scjg-leader',
    asked: 'wjw-handler',
    liaison: 'wjw-liaison',
    replies: 'wjw-leader',
    first: await accountOf(first),
    second: await accountOf(second),
    office: 'office-handler',
    director: 'office-director',
  };
  for (const [name, username] of Object.entries(who))
    await query('INSERT INTO account_mail (account, address, confirmed_at) VALUES ($1, $2, now())', [
      await county.accountOf(username),
      `${name}@county.example`,
    ]);
  await theCounty(cases as JointCheckState[]);
});
afterAll(async () => {
  jest.useRealTimers();
  await county?.close();
});

const resultOf = (state: unknown) => (state as VisitState).results?.['SCJG'];

/** What stands in the morning: an answer that is late, one that is drafted, results to confirm and to review, two checks for the office. */
async function theCounty(cases: JointCheckState[]): Promise<void> {
  const check = cases.find(({ stage }) => stage === 'awaitingApproval') as JointCheckState;
  await acting.put(letter(1, '2026-11-23'));
  const drafted = letter(2, '2026-11-26');
  const [own] = Object.values(drafted.letters);
  if (own)
    Object.assign(own, {
      handedOn: { by: 'somebody', at: since },
      draft: { verdict: 'agree', attachments: [], by: 'somebody', at: since },
    });
  await acting.put(drafted);
  await acting.put({ ...visit, results: { SCJG: withDue(visit) } } as VisitState);
  await acting.put({
    ...visit,
    ...sibling(71),
    results: { SCJG: { ...withDue(visit), stage: 'confirmed', confirmedBy: visit.results['SCJG']?.officers[1] } },
  } as VisitState);
  await acting.put({ ...check, answers: {} } as JointCheckState);
  await acting.put({
    ...check,
    ...numbered('L0072'),
    proposedDecision: { outcome: 'approve', conditions: [], by: 'somebody', at: since },
  } as JointCheckState);
}
const withDue = ({ results }: VisitState) => ({
  ...(results['SCJG'] as NonNullable<ReturnType<typeof resultOf>>),
  since,
});
const numbered = (serial: string) => ({ id: `joint-check/320723-2026-${serial}`, number: `320723-2026-${serial}` });
const sibling = (sequence: number) => {
  const number = `320723-2026-L0001-C1-J${String(sequence).padStart(5, '0')}`;
  return { id: `visit/${number}`, number, sequence };
};
function letter(serial: number, due: string, at = since): ConsultationState {
  const check = { ...numbered(`L008${serial}`), lead: 'SCJG', consultationDays: 5, scheme: { title: `${firm}的检查` } };
  return openRound({
    check: check as never,
    round: 1,
    departments: ['WJW'],
    silence: 'blocks',
    due: { date: due },
    at,
  });
}

/** As if the clock stood there. */
async function at<T>(moment: Date, does: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({
    now: moment,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
  try {
    return await does();
  } finally {
    jest.useRealTimers();
  }
}

type Written = MailWords & { name: string };
const waiting = () =>
  query<Written>(
    `SELECT split_part(m.address, '@', 1) AS name, q.template, q.words FROM mail_message q JOIN account_mail m ON m.account = q.account
     WHERE q.state = 'queued' ORDER BY q.created_at, q.key`,
  );
const asRead = (mail: Written) => mailLetter(texts, mail, 'https://county.example');
const textsTo = async (name: string) =>
  (await waiting()).filter((mail) => mail.name === name).map((mail) => asRead(mail).text);

/** What was written since the last look, by whom it is for: the subject of each. */
async function mails(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const mail of await waiting()) {
    const { subject, text } = asRead(mail);
    expect(`${subject}${text}`).not.toContain(firm);
    (all[mail.name] ??= []).push(subject);
  }
  await query(`UPDATE mail_message SET state = 'sent' WHERE state = 'queued'`);
  return all;
}

test('in the morning each gets what is theirs and when it ends, and nobody what is not', async () => {
  await writeDigests(county.dataSource, morning);
  const inWeek = ['2026年11月24日 工作提醒：逾期 0 项，今天到期 0 项，一周内到期 1 项'];
  const isLate = ['2026年11月24日 工作提醒：逾期 1 项，今天到期 0 项，一周内到期 0 项'];
  // The lead's handler waits for others, and the first officer has entered: neither has anything to do.
  expect(await mails()).toEqual({
    asked: isLate,
    liaison: isLate,
    replies: inWeek,
    leader: inWeek,
    second: inWeek,
    office: inWeek,
    director: inWeek,
  });
});

test('an answer that came back reaches its handler the same hour, by the act and the number alone; others hear nothing', async () => {
  const done = await at(later(60), async () =>
    acting.attempt(await acting.as(who.replies, 'departmentLeader'), 'consultation.returnDraft', letter(2, '').id, {
      reason: `${firm}没有写明。`,
    }),
  );
  expect(done).toMatchObject({ kind: 'done' });
  expect(await writeReturned(county.dataSource, later(60.5))).toBe(0);
  expect(await writeReturned(county.dataSource, later(62))).toBe(1);
  expect(await writeReturned(county.dataSource, later(63))).toBe(0);
  expect(await mails()).toEqual({ asked: ['退回：修改退回的答复稿（320723-2026-L0082-Z1）'] });
});

test('a record that the second officer gave back reaches whoever entered it, and not the other', async () => {
  const done = await at(later(120), async () =>
    acting.attempt(await acting.as(who.second, 'inspector'), 'visit.disputeResult', visit.id, {
      reason: `${firm}当场已改正。`,
    }),
  );
  expect(done).toMatchObject({ kind: 'done' });
  expect(await writeReturned(county.dataSource, later(122))).toBe(1);
  expect(await mails()).toEqual({ first: ['退回：修改退回的检查结果（320723-2026-L0001-C1-J00012）'] });
});

test('a 催办 reaches those who were asked, once', async () => {
  const reminding = () =>
    at(later(180), async () =>
      acting.attempt(await acting.as(who.handler, 'departmentHandler'), 'consultation.remind', letter(1, '').id, {}),
    );
  expect(await reminding()).toMatchObject({ kind: 'done' });
  expect(await reminding()).toMatchObject({ kind: 'refused' });
  expect(await mails()).toEqual({
    asked: ['催办：起草答复（320723-2026-L0081-Z1）'],
    liaison: ['催办：转办（320723-2026-L0081-Z1）'],
  });
});

test('the next morning what came back and is not done stands first, beside a letter that came meanwhile', async () => {
  await acting.put(letter(3, '2026-12-01', later(200).toISOString()));
  await writeDigests(county.dataSource, tomorrow);
  expect(await writeReturned(county.dataSource, tomorrow)).toBe(0);
  const [text = ''] = await textsTo('asked');
  expect(text.indexOf('退回，请先办理：')).toBe(0);
  expect(text.indexOf('修改退回的答复稿（320723-2026-L0082-Z1），2026年11月26日前')).toBeGreaterThan(0);
  expect(text.indexOf('修改退回的答复稿')).toBeLessThan(text.indexOf('逾期：'));
  const inWeek = ['2026年11月25日 工作提醒：逾期 0 项，今天到期 0 项，一周内到期 1 项'];
  expect(await mails()).toEqual({
    asked: ['2026年11月25日 工作提醒：退回 1 项，逾期 1 项，今天到期 0 项，一周内到期 2 项'],
    first: ['2026年11月25日 工作提醒：退回 1 项，逾期 0 项，今天到期 0 项，一周内到期 1 项'],
    liaison: ['2026年11月25日 工作提醒：逾期 1 项，今天到期 0 项，一周内到期 1 项'],
    leader: inWeek,
    office: inWeek,
    director: inWeek,
  });
});
