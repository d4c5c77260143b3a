import type { DataSource } from 'typeorm';
import type { OutboxRequest } from '../../../domain/exchange/message';
import { publicCredit } from '../../../domain/exchange/platform';
import { correctMessage } from '../../../services/exchange/correct-message';
import { enqueue } from '../../../services/exchange/enqueue';
import { findMessage } from '../../../services/exchange/find-message';
import { countOutstanding } from '../../../services/exchange/outstanding';
import { findPerhapsTaken, recordStatus } from '../../../services/exchange/perhaps-taken';
import { prepareSending } from '../../../services/exchange/prepare-sending';
import { recordOutcome, type AttemptOutcome } from '../../../services/exchange/record-outcome';
import { retryMessage } from '../../../services/exchange/retry-message';
import { takeDue } from '../../../services/exchange/take-due';
import { parkedMessages } from '../../../services/queries/exchange/parked-messages';
import { spotCheck } from '../../domain/exchange/facts';
import { handler, resultMessage } from './messages';
import { openDatabase, type OpenDatabase } from './open-database';

let database: OpenDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await openDatabase();
  dataSource = database.dataSource;
}, 60_000);
afterAll(() => database.close());
beforeEach(() => dataSource.query('TRUNCATE outbox_message, platform_pace, acts CASCADE'));

const receipt = { receiptNo: 'XY1', receivedAt: null, alreadyReceived: false };
const sent: AttemptOutcome = { kind: 'sent', receipt };
const away: AttemptOutcome = { kind: 'failed', code: 'EXCHANGE_UNREACHABLE', detail: 'no route', perhapsTaken: false };
const lost: AttemptOutcome = { kind: 'failed', code: 'EXCHANGE_TIMEOUT', detail: 'no answer', perhapsTaken: true };

/** A message about the one result of this file. */
async function say(key: string, operation: OutboxRequest['operation'], more: Record<string, unknown> = {}) {
  const request = resultMessage(key, { subjectId: 'visit/1', operation, payload: { ...spotCheck, ...more } });
  return (await dataSource.transaction((manager) => enqueue(manager, request))).id;
}
const message = async (id: string) => {
  const found = await findMessage(dataSource, id);
  if (!found) throw new Error(`no message ${id}`);
  return found;
};
const takeNow = async (claim: string) => {
  await dataSource.query(`UPDATE platform_pace SET not_before = NULL`);
  await dataSource.query(`UPDATE outbox_message SET next_attempt_at = clock_timestamp() WHERE state = 'queued'`);
  return (await takeDue(dataSource, { platform: 'public-credit', ratePerSecond: 10, claim })).map(({ id }) => id);
};
const record = async (messageId: string, outcome: AttemptOutcome, maxAttempts = publicCredit.limits.maxAttempts) =>
  recordOutcome(dataSource, {
    messageId,
    attempt: (await message(messageId)).attempts,
    at: new Date(),
    durationMs: 1,
    outcome,
    limits: { ...publicCredit.limits, maxAttempts },
    pauses: { firstPauseMs: 5_000, maxPauseMs: 60_000 },
    jitter: 1,
  });
const act = async (id: string, more: object = {}) => ({
  messageId: id,
  version: (await message(id)).version,
  submission: `${id} ${JSON.stringify(more)}`,
  actor: handler,
  at: new Date(),
  ...more,
});

test('published and withdrawn unsent: nothing is taken any more, and both say why', async () => {
  const [published, withdrawn] = [await say('1', 'i'), await say('1/withdrawn', 'd')];
  expect(await takeNow('a')).toEqual([]);
  expect(await message(published)).toMatchObject({
    state: 'notNeeded',
    lastErrorCode: 'EXCHANGE_OVERTAKEN',
    lastError: `${(await message(withdrawn)).number}`,
  });
  expect(await message(withdrawn)).toMatchObject({ state: 'notNeeded', lastErrorCode: 'EXCHANGE_NOTHING_TO_WITHDRAW' });
  expect(await countOutstanding(dataSource, 'public-credit')).toMatchObject({ nextInMs: null });
});

test('a newer version waits for the one under way, and goes after it under the same record', async () => {
  const first = await say('1', 'i');
  expect(await takeNow('a')).toEqual([first]);
  const second = await say('2', 'i');
  expect(await takeNow('b')).toEqual([]);
  expect((await countOutstanding(dataSource, 'public-credit')).nextInMs).toBeGreaterThan(100_000);
  await record(first, sent);
  expect(await takeNow('c')).toEqual([second]);
  expect(await prepareSending(dataSource, second)).toMatchObject({ recordId: first, payload: { operation: 'u' } });
});

test('a version under way that does not arrive does not come back after a newer one', async () => {
  const first = await say('1', 'i');
  await takeNow('a');
  const second = await say('2', 'u');
  expect((await record(first, away)).state).toBe('notNeeded');
  expect(await takeNow('b')).toEqual([second]);
  expect((await prepareSending(dataSource, second))?.payload.operation).toBe('i');
});

test('what was handed over without an answer is asked about, and the answer decides what follows', async () => {
  const first = await say('1', 'i');
  await takeNow('a');
  await record(first, lost);
  const withdrawn = await say('1/withdrawn', 'd');
  expect((await message(first)).state).toBe('notNeeded');
  expect(await takeNow('b')).toEqual([withdrawn]);
  expect(await findPerhapsTaken(dataSource, await message(withdrawn))).toEqual([{ id: first, key: '1' }]);

  await recordStatus(dataSource, first, receipt);
  expect(await message(first)).toMatchObject({ state: 'sent', receipt });
  expect(await prepareSending(dataSource, withdrawn)).toMatchObject({ state: 'sending', recordId: first });
});

test('… and where the platform does not hold it, the withdrawal is not sent', async () => {
  const first = await say('1', 'i');
  await takeNow('a');
  await record(first, lost);
  const withdrawn = await say('1/withdrawn', 'd');
  await takeNow('b');
  await recordStatus(dataSource, first, undefined);
  expect(await prepareSending(dataSource, withdrawn)).toMatchObject({
    state: 'notNeeded',
    lastErrorCode: 'EXCHANGE_NOTHING_TO_WITHDRAW',
  });
});

test('a message whose taker never reported may have been taken', async () => {
  const first = await say('1', 'i');
  await takeNow('a');
  await dataSource.query('UPDATE outbox_message SET next_attempt_at = clock_timestamp()');
  expect(await takeNow('b')).toEqual([first]);
  expect(await findPerhapsTaken(dataSource, await message(first))).toHaveLength(1);
});

test('a parked version that was overtaken can neither be sent nor corrected, and says by which', async () => {
  const parked = await say('1', 'i', { idCode: '' });
  expect((await message(parked)).state).toBe('parked');
  const newer = await say('2', 'i');
  const refused = { code: 'MESSAGE_OVERTAKEN', details: { by: (await message(newer)).number } };
  await expect(retryMessage(dataSource, await act(parked))).rejects.toMatchObject(refused);
  const fields = { idCode: '91320723MA1A000165' };
  await expect(correctMessage(dataSource, { ...(await act(parked)), fields, reason: 'r' })).rejects.toMatchObject(
    refused,
  );
});

describe('a correction of a message', () => {
  test.each([
    ['the result', { insRes_CN: '1' }],
    ['the day', { insDate: '2026-01-01' }],
    ['the authority', { insAuth_CN: '灌云县应急管理局' }],
    ['the firm', { object: '另一家公司' }],
    ['the kind of check', { insType: '2' }],
    ['a code together with the result', { idCode: '91320723MA1A000165', insRes_CN: '1' }],
  ])('never changes %s', async (_what, fields) => {
    const id = await say('1', 'i', { idCode: '', insRes_CN: '5' });
    const before = await message(id);
    await expect(correctMessage(dataSource, { ...(await act(id)), fields, reason: '更正' })).rejects.toMatchObject({
      code: 'FIELD_NOT_CORRECTABLE',
    });
    expect(await message(id)).toEqual(before);
  });

  test('supplies a code, and the later messages of the line keep it: nobody is asked twice', async () => {
    const id = await say('1', 'i', { idCode: '' });
    await correctMessage(dataSource, { ...(await act(id)), fields: { idCode: '91320723MA1A000165' }, reason: '补录' });
    await takeNow('a');
    await record(id, sent);
    const second = await say('2', 'u', { idCode: '', insRes_CN: '5' });
    expect((await message(second)).payload.record).toMatchObject({ idCode: '91320723MA1A000165', insRes_CN: '5' });
  });

  test('a withdrawal repeats what was sent, whatever the registers say by now', async () => {
    const id = await say('1', 'i', { idCode: '' });
    await correctMessage(dataSource, { ...(await act(id)), fields: { idCode: '91320723MA1A000165' }, reason: '补录' });
    await takeNow('a');
    await record(id, sent);
    const withdrawn = await say('1/withdrawn', 'd', { idCode: '', insAuth_CN: '改名后的局', object: '改名后的公司' });
    expect(await message(withdrawn)).toMatchObject({
      state: 'queued',
      payload: { record: (await message(id)).payload.record },
    });
  });
});

test('a record that bears the number of an identity card can be withdrawn, and the number is not said again', async () => {
  const id = await say('1', 'i');
  await takeNow('a');
  await record(id, sent);
  await dataSource.query(
    `UPDATE outbox_message SET payload = jsonb_set(payload, '{record,idCode}', '"11010519491231002X"') WHERE id = $1`,
    [id],
  );
  const withdrawn = await message(await say('1/withdrawn', 'd'));
  expect(withdrawn).toMatchObject({ state: 'queued', recordId: id });
  expect(JSON.stringify(withdrawn.payload)).not.toContain('11010519491231002X');
});

describe('the pace of a platform stands in its row', () => {
  const take = (claim: string) => takeDue(dataSource, { platform: 'public-credit', ratePerSecond: 2, claim });
  beforeEach(async () => {
    for (let index = 0; index < 9; index += 1)
      await dataSource.transaction((manager) => enqueue(manager, resultMessage(`p${index}`)));
  });

  test('whoever takes, and under whatever claim, gets no more than the platform bears in a second', async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, (_, index) => take(`foreign/${index}`)));
    expect(taken.flat()).toHaveLength(2);
    const { nextInMs } = await countOutstanding(dataSource, 'public-credit');
    expect(nextInMs).toBeGreaterThan(500);
    expect(nextInMs).toBeLessThanOrEqual(1_000);
    await dataSource.query(`UPDATE platform_pace SET not_before = not_before - interval '1 second'`);
    expect(await take('later')).toHaveLength(2);
  });

  test('while the platform fails it is probed with one message, after a pause that grows once a round', async () => {
    const first = await take('a');
    const pauses = [];
    for (const { id } of first) pauses.push((await record(id, away)).pauseMs);
    expect(pauses).toEqual([5_000, 5_000]);
    expect(await take('b')).toEqual([]);
    await dataSource.query(`UPDATE platform_pace SET not_before = clock_timestamp()`);
    const [probe, ...more] = await take('c');
    expect(more).toEqual([]);
    expect((await record(probe?.id ?? '', away)).pauseMs).toBe(10_000);
  });

  test('ten hours away park nothing, and what waited goes as soon as the platform answers', async () => {
    const ids = (await dataSource.query<{ id: string }[]>('SELECT id FROM outbox_message')).map(({ id }) => id);
    for (let hours = 0; hours < 70; hours += 1)
      for (const id of await takeNow(`probe/${hours}`)) await record(id, lost);
    const stuck = await Promise.all(ids.map(async (id) => (await message(id)).state));
    expect(new Set(stuck)).toEqual(new Set(['queued']));
    const [probe = ''] = await takeNow('last');
    await record(probe, sent);
    const due: { n: number }[] = await dataSource.query(
      `SELECT count(*)::int AS n FROM outbox_message WHERE state = 'queued' AND next_attempt_at <= clock_timestamp()`,
    );
    expect(due).toEqual([{ n: ids.length - 1 }]);
  });

  test('a record that alone fails while others are taken comes to a person at last', async () => {
    const [poison = '', ...others] = await takeNow('first');
    let state = (await record(poison, lost, 3)).state;
    for (const other of others.slice(0, 3)) {
      await record(other, sent);
      expect(state).toBe('queued');
      await takeNow(`again ${other}`);
      state = (await record(poison, lost, 3)).state;
    }
    expect(state).toBe('parked');
    expect(await parkedMessages(dataSource, 'SCJG', 10)).toMatchObject({
      total: 1,
      messages: [{ id: poison, object: spotCheck.object }],
    });
    expect(await parkedMessages(dataSource, 'SFJ', 10)).toEqual({ total: 0, messages: [] });
  });
});
