import type { DataSource } from 'typeorm';
import { publicCredit } from '../../../domain/exchange/platform';
import { enqueue } from '../../../services/exchange/enqueue';
import { findMessage } from '../../../services/exchange/find-message';
import { countOutstanding, platformsWithWork } from '../../../services/exchange/outstanding';
import { findDifferences } from '../../../services/exchange/reconcile-messages';
import { recordOutcome, type AttemptOutcome, type AttemptReport } from '../../../services/exchange/record-outcome';
import { takeDue } from '../../../services/exchange/take-due';
import { findUntold, markTold } from '../../../services/exchange/untold';
import { referralMessage, resultMessage } from './messages';
import { openDatabase, type OpenDatabase } from './open-database';

let database: OpenDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await openDatabase();
  dataSource = database.dataSource;
}, 60_000);
afterAll(() => database.close());
beforeEach(() => dataSource.query('TRUNCATE outbox_message, platform_pace CASCADE'));

const add = (request: Parameters<typeof enqueue>[1]) => dataSource.transaction((manager) => enqueue(manager, request));
/** Takes without regard to the platform's pace, which has tests of its own. */
const take = async (claim: string, limit = 10) => {
  await dataSource.query('UPDATE platform_pace SET not_before = NULL, failures = 0');
  return takeDue(dataSource, { platform: 'public-credit', ratePerSecond: limit, claim });
};
const receipt = { receiptNo: 'XY1', receivedAt: '2026-11-24T01:00:00Z', alreadyReceived: false };
const report = async (
  messageId: string,
  attempt: number,
  outcome: AttemptOutcome,
  limits: Partial<AttemptReport['limits']> = {},
) => {
  const { state } = await recordOutcome(dataSource, {
    messageId,
    attempt,
    at: new Date(),
    durationMs: 12.4,
    outcome,
    limits: { ...publicCredit.limits, ...limits },
    pauses: { firstPauseMs: 1_000, maxPauseMs: 60_000 },
    jitter: 1,
  });
  return state;
};
const failed: AttemptOutcome = { kind: 'failed', code: 'EXCHANGE_UNREACHABLE', detail: 'no route' };

describe('enqueue', () => {
  test('fifty at once with one key make one message, and all learn its id', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => add(resultMessage('same'))));
    expect(new Set(results.map((result) => result.id)).size).toBe(1);
    expect(results.filter((result) => result.created)).toHaveLength(1);
    expect(await dataSource.query('SELECT count(*)::int AS n FROM outbox_message')).toEqual([{ n: 1 }]);
  });

  test('the same key on another platform, and another key, are other messages', async () => {
    const ids = [
      await add(referralMessage('k')),
      await add({ ...referralMessage('k'), platform: 'public-credit' }),
      await add(referralMessage('l')),
    ];
    expect(new Set(ids.map((result) => result.id)).size).toBe(3);
  });

  test('the database itself refuses a second row of a key', async () => {
    const { id } = await add(resultMessage('unique'));
    const copy = `INSERT INTO outbox_message (platform, key, subject_kind, subject_id, department, line, record_id, payload, state, created_at)
      SELECT platform, key, subject_kind, subject_id, department, line, record_id, payload, state, created_at FROM outbox_message WHERE id = $1`;
    await expect(dataSource.query(copy, [id])).rejects.toThrow('outbox_message_platform_key');
  });

  test('an act that is rolled back sends nothing', async () => {
    await expect(
      dataSource.transaction(async (manager) => {
        await enqueue(manager, resultMessage('undone'));
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(await dataSource.query('SELECT 1 FROM outbox_message')).toEqual([]);
  });

  test('a record without catalogue code, or for a platform that is not there, parks at once', async () => {
    const { id } = await add(referralMessage('lacking', { catalogueCode: undefined }));
    expect(await findMessage(dataSource, id)).toMatchObject({
      state: 'parked',
      lastErrorCode: 'EXCHANGE_RECORD_INCOMPLETE',
      lastError: 'catalogueCode',
    });
    const unknown = await add(resultMessage('u', { platform: 'nowhere' }));
    expect((await findMessage(dataSource, unknown.id))?.lastErrorCode).toBe('EXCHANGE_PLATFORM_UNKNOWN');
  });

  test('a subject without a kind of record is refused and leaves nothing', async () => {
    await expect(add(resultMessage('x', { subjectKind: 'meeting' }))).rejects.toThrow();
    expect(await dataSource.query('SELECT 1 FROM outbox_message')).toEqual([]);
  });
});

describe('taking and recording', () => {
  test('taking again with the same claim gives the same messages, another claim none of them', async () => {
    for (const key of ['a', 'b', 'c']) await add(resultMessage(key));
    const first = await take('run/1', 2);
    expect(first.map((message) => [message.key, message.attempt])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(await take('run/1', 2)).toEqual(first);
    expect((await take('run/2', 9)).map((message) => message.key)).toEqual(['c']);
    expect(await take('run/3', 9)).toEqual([]);
  });

  test('two takers at once share no message', async () => {
    for (let index = 0; index < 40; index += 1) await add(resultMessage(`p${index}`));
    const taken = (
      await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          takeDue(dataSource, { platform: 'public-credit', ratePerSecond: 1e9, claim: `run/${index}` }),
        ),
      )
    ).flat();
    expect(new Set(taken.map((message) => message.id)).size).toBe(taken.length);
  });

  test('a message whose taker died comes back when its lease ends, not before', async () => {
    const { id } = await add(resultMessage('lease'));
    await take('dead/1');
    expect(await take('other/1')).toEqual([]);
    await dataSource.query(`UPDATE outbox_message SET next_attempt_at = clock_timestamp() WHERE id = $1`, [id]);
    expect((await take('other/2')).map((message) => message.attempt)).toEqual([2]);
  });

  test('a receipt recorded twice is one attempt, and a later failure does not undo it', async () => {
    const { id } = await add(resultMessage('sent'));
    await take('run/1');
    expect(await report(id, 1, { kind: 'sent', receipt })).toBe('sent');
    expect(await report(id, 1, { kind: 'sent', receipt })).toBe('sent');
    expect(await report(id, 2, failed)).toBe('sent');
    expect(await findMessage(dataSource, id)).toMatchObject({ state: 'sent', receipt, nextAttemptAt: null });
    expect(await dataSource.query('SELECT number, outcome FROM outbox_attempt ORDER BY number')).toEqual([
      { number: 1, outcome: 'sent' },
      { number: 2, outcome: 'failed' },
    ]);
  });

  test('a failure goes back to the queue for later, and a stale report of it changes nothing', async () => {
    const { id } = await add(resultMessage('later'));
    await take('run/1');
    expect(await report(id, 1, failed)).toBe('queued');
    const { nextInMs } = await countOutstanding(dataSource, 'public-credit');
    expect(nextInMs).toBeGreaterThan(1_000);
    expect(nextInMs).toBeLessThanOrEqual(publicCredit.limits.firstBackoffMs);
    const before = await findMessage(dataSource, id);
    expect(await report(id, 1, { kind: 'refused', code: 'X', detail: 'too late' })).toBe('queued');
    expect(await findMessage(dataSource, id)).toEqual(before);
  });

  test('a taker that comes back after its lease changes nothing under the present one, unless it brings the receipt', async () => {
    const { id } = await add(resultMessage('two takers'));
    await take('slow/1');
    await dataSource.query(`UPDATE outbox_message SET next_attempt_at = clock_timestamp() WHERE id = $1`, [id]);
    await take('present/1');
    expect(await report(id, 1, { kind: 'refused', code: 'X', detail: 'from the slow one' })).toBe('sending');
    expect(await report(id, 2, failed)).toBe('queued');
    expect(await report(id, 3, { kind: 'sent', receipt })).toBe('sent');
    expect(await report(id, 4, { kind: 'sent', receipt: { ...receipt, receiptNo: 'XY2' } })).toBe('sent');
    expect((await findMessage(dataSource, id))?.receipt?.receiptNo).toBe('XY1');
  });

  test('a refusal parks with the platform’s words; so does what keeps failing while the platform answers for others', async () => {
    const refused = await add(resultMessage('refused'));
    const tired = await add(resultMessage('tired'));
    await take('run/1');
    expect(await report(tired.id, 1, failed, { maxAttempts: 1 })).toBe('queued');
    expect(await report(refused.id, 1, { kind: 'refused', code: 'BAD_CODE', detail: '编码不存在' })).toBe('parked');
    await dataSource.query('UPDATE outbox_message SET next_attempt_at = clock_timestamp() WHERE id = $1', [tired.id]);
    await take('run/2');
    expect(await report(tired.id, 2, failed, { maxAttempts: 1 })).toBe('parked');
    expect(await findMessage(dataSource, refused.id)).toMatchObject({
      lastErrorCode: 'BAD_CODE',
      lastError: '编码不存在',
    });
    expect(await findMessage(dataSource, tired.id)).toMatchObject({ lastErrorCode: 'EXCHANGE_TOO_MANY_ATTEMPTS' });
  });

  test('an attempt of no message is an error, not a silent success', async () => {
    await expect(report('00000000-0000-4000-8000-000000000000', 1, failed)).rejects.toThrow('cannot be recorded');
  });
});

describe('telling the case', () => {
  test('each final state is told once, and a version that came meanwhile is told again', async () => {
    const { id } = await add(resultMessage('told'));
    expect(await findUntold(dataSource, 'public-credit', 10)).toEqual([]);
    await take('run/1');
    await report(id, 1, { kind: 'refused', code: 'NO', detail: 'no' });
    const [parked] = await findUntold(dataSource, 'public-credit', 10);
    expect(parked).toMatchObject({ id, state: 'parked' });
    await markTold(dataSource, { id, version: (parked?.version ?? 0) - 1 });
    expect(await findUntold(dataSource, 'public-credit', 10)).toHaveLength(1);
    expect(await platformsWithWork(dataSource)).toEqual(['public-credit']);
    await markTold(dataSource, { id, version: parked?.version ?? 0 });
    expect(await findUntold(dataSource, 'public-credit', 10)).toEqual([]);
    expect(await platformsWithWork(dataSource)).toEqual([]);
  });
});

describe('reconciliation', () => {
  test('finds what is sent and not held, and what is held and not sent; agreement is no difference', async () => {
    for (const key of ['held', 'lost', 'parked-but-held', 'parked']) await add(resultMessage(key));
    const taken = await take('run/1');
    for (const message of taken) {
      const outcome: AttemptOutcome = message.key.startsWith('parked')
        ? { kind: 'refused', code: 'NO', detail: '' }
        : { kind: 'sent', receipt };
      await report(message.id, 1, outcome);
    }
    const held = ['held', 'parked-but-held'];
    const ask = async (keys: string[]) =>
      keys.map((key) => ({ key, receipt: held.includes(key) ? receipt : undefined }));
    expect(await findDifferences(dataSource, 'public-credit', ask)).toEqual([
      { platform: 'public-credit', key: 'lost', state: 'sent', kind: 'sentButNotHeld' },
      { platform: 'public-credit', key: 'parked-but-held', state: 'parked', kind: 'heldButNotSent' },
    ]);
  });
});
