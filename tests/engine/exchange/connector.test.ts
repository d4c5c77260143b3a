import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeConnector } from '../../../connectors/exchange/connector';
import { ExchangeRefusedError, RetryableExchangeError } from '../../../connectors/exchange/errors';
import { freePort } from '../../../bin/supervisor/free-port';
import { createHttpConnector, type HttpConnectorOptions } from '../../../connectors/exchange/http-connector';
import { readRetryAfter } from '../../../connectors/exchange/retry-after';
import {
  exchangeHeaders,
  isExchangeSignature,
  signExchangeCall,
  type SignedParts,
} from '../../../connectors/exchange/signature';
import { buildEnvelope } from '../../../domain/exchange/envelope';
import type { ExchangeMessage } from '../../../domain/exchange/message';
import { spotCheck } from '../../domain/exchange/facts';
import { secrets, StandInProcess } from './stand-in-process';

let standIn: StandInProcess;
beforeAll(async () => {
  standIn = await StandInProcess.start();
}, 30_000);
afterAll(() => standIn.close());
beforeEach(() => standIn.behave({ mode: 'normal' }));

const connect = (more: Partial<HttpConnectorOptions> = {}): ExchangeConnector =>
  createHttpConnector({
    baseUrl: `${standIn.url}/platforms/public-credit/`,
    keyId: 'county',
    secret: secrets['public-credit'],
    timeoutMs: 2_000,
    now: Date.now,
    ...more,
  });

const message = (record: Record<string, unknown> = spotCheck, id: string = randomUUID()): ExchangeMessage => ({
  kind: 'spotCheck',
  envelope: buildEnvelope({
    id,
    at: new Date('2026-11-24T01:00:00Z'),
    source: 'SCJG',
    sequence: 1,
    operation: 'i',
  }),
  record,
});

async function failureOf(work: Promise<unknown>): Promise<RetryableExchangeError | ExchangeRefusedError> {
  const failure: unknown = await work.then(
    () => new Error('it succeeded'),
    (error: unknown) => error,
  );
  if (failure instanceof RetryableExchangeError || failure instanceof ExchangeRefusedError) return failure;
  throw failure;
}

describe('what a send comes to', () => {
  test('the second send of a key gives the first receipt and says so', async () => {
    const key = randomUUID();
    const record = message();
    const first = await connect().send(record, key);
    expect(first.receipt.alreadyReceived).toBe(false);
    expect((await connect().send(record, key)).receipt).toEqual({ ...first.receipt, alreadyReceived: true });
  });

  test('the same key with another record is refused for good, and the first record stays', async () => {
    const key = randomUUID();
    const record = message();
    await connect().send(record, key);
    const other = { ...record, record: { ...spotCheck, insRes_CN: '8' } };
    expect(await failureOf(connect().send(other, key))).toMatchObject({
      name: 'ExchangeRefusedError',
      code: 'KEY_REUSED',
    });
    expect(
      (await standIn.records('public-credit')).find((record) => record.key === key)?.message.record.insRes_CN,
    ).toBe('1');
  });

  test('a record that the platform checks and finds lacking is refused for good', async () => {
    const lacking = message({ ...spotCheck, insRes_CN: '' });
    expect(await failureOf(connect().send(lacking, randomUUID()))).toMatchObject({
      code: 'RECORD_INVALID',
      reason: 'insRes_CN',
    });
  });

  test.each([
    [
      'a refusal',
      { mode: 'refuse', code: 'NO_SUCH_ITEM', reason: '无此事项' },
      { name: 'ExchangeRefusedError', code: 'NO_SUCH_ITEM', reason: '无此事项' },
    ],
    [
      'a no in an answer with 200',
      { mode: 'sayNo', code: 'E101', reason: '统一社会信用代码不存在' },
      { name: 'ExchangeRefusedError', code: 'E101', reason: '统一社会信用代码不存在' },
    ],
    [
      'a no in the encoding of an older system',
      { mode: 'refuse', encoding: 'gbk', code: 'E102', reason: '行政区划无效' },
      {
        name: 'ExchangeRefusedError',
        code: 'E102',
        reason: '行政区划无效',
        answer: expect.stringContaining('行政区划无效'),
      },
    ],
    [
      'a sign-in page',
      { mode: 'signIn' },
      { name: 'RetryableExchangeError', code: 'EXCHANGE_PAGE_INSTEAD', message: '统一身份认证平台' },
    ],
    [
      'an answer that says nothing',
      { mode: 'unclear' },
      { name: 'RetryableExchangeError', code: 'EXCHANGE_ANSWER_UNCLEAR', perhapsTaken: true },
    ],
    [
      'a platform that breaks off',
      { mode: 'down' },
      { name: 'RetryableExchangeError', code: 'EXCHANGE_REPLY_UNREADABLE', perhapsTaken: true },
    ],
    [
      'a busy platform',
      { mode: 'busy', retryAfterSeconds: 7 },
      { code: 'EXCHANGE_BUSY', retryAfterMs: 7_000, perhapsTaken: false },
    ],
    ['a lost reply', { mode: 'loseReply' }, { name: 'RetryableExchangeError', code: 'EXCHANGE_REPLY_UNREADABLE' }],
    [
      'no reply in time',
      { mode: 'slow', delayMs: 5_000 },
      { name: 'RetryableExchangeError', code: 'EXCHANGE_TIMEOUT' },
    ],
  ])('%s', async (_name, behaviour, expected) => {
    await standIn.behave(behaviour);
    expect(await failureOf(connect({ timeoutMs: 1_500 }).send(message(), randomUUID()))).toMatchObject(expected);
  });

  test('nothing listens at the address', async () => {
    const failure = await failureOf(
      // An address of this machine at which no other test listens either.
      connect({ baseUrl: `http://127.0.0.77:${await freePort()}/platforms/public-credit` }).send(message(), 'k'),
    );
    expect(failure).toMatchObject({
      name: 'RetryableExchangeError',
      code: 'EXCHANGE_UNREACHABLE',
      perhapsTaken: false,
    });
  });

  test.each(['utf-8', 'gbk'])('a receipt under another name, in %s, is a receipt', async (encoding) => {
    await standIn.behave({ mode: 'otherReceipt', encoding });
    const key = randomUUID();
    const { receipt, answer } = await connect().send(message(), key);
    const held = (await standIn.records('public-credit')).find((record) => record.key === key);
    expect(receipt).toEqual({ receiptNo: held?.receipt.receiptNo, receivedAt: null, alreadyReceived: false });
    expect(answer).toContain('接收成功');
  });

  test('a caller that stops is not a failure of the platform', async () => {
    await standIn.behave({ mode: 'slow', delayMs: 5_000 });
    const stopping = new AbortController();
    const sending = connect().send(message(), randomUUID(), stopping.signal);
    stopping.abort();
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('control characters in what the platform says never reach the database', async () => {
    await standIn.behave({ mode: 'refuse', code: 'A\u0000B', reason: 'x\u0000y\nz' });
    expect(await failureOf(connect().send(message(), randomUUID()))).toMatchObject({ code: 'A B', reason: 'x y z' });
  });
});

describe('the signature', () => {
  const parts: SignedParts = { method: 'POST', path: '/a?b=1', timestamp: '1', idempotencyKey: 'k', body: '{}' };

  test('covers method, path, timestamp, key and body', () => {
    const signature = signExchangeCall(parts, 'secret');
    expect(isExchangeSignature(signature, parts, 'secret')).toBe(true);
    for (const changed of [
      { method: 'PUT' },
      { path: '/a?b=2' },
      { timestamp: '2' },
      { idempotencyKey: 'l' },
      { body: '{ }' },
    ]) {
      expect(isExchangeSignature(signature, { ...parts, ...changed }, 'secret')).toBe(false);
    }
    expect(isExchangeSignature(signature, parts, 'other')).toBe(false);
    expect(isExchangeSignature('', parts, 'secret')).toBe(false);
  });

  test.each([
    ['a wrong secret', { secret: 'another secret altogether' }, 'SIGNATURE_WRONG'],
    ['a clock ten minutes behind', { now: () => Date.now() - 600_000 }, 'SIGNATURE_EXPIRED'],
  ])('%s: nothing is kept, and no record is blamed for it', async (_name, more, said) => {
    const key = randomUUID();
    const failure = await failureOf(connect(more).send(message(), key));
    expect(failure).toMatchObject({ name: 'RetryableExchangeError', code: 'EXCHANGE_CREDENTIALS_REFUSED' });
    expect(failure.message).toContain(said);
    expect(await connect().status(key)).toEqual({ held: false });
  });

  test('an unsigned call and one with a swapped key are turned away', async () => {
    const url = `${standIn.url}/platforms/public-credit/records`;
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
    const body = JSON.stringify(message());
    const timestamp = String(Date.now());
    const signed = {
      method: 'POST',
      path: '/platforms/public-credit/records',
      timestamp,
      idempotencyKey: 'mine',
      body,
    };
    const headers = {
      [exchangeHeaders.keyId]: 'county',
      [exchangeHeaders.timestamp]: timestamp,
      [exchangeHeaders.signature]: signExchangeCall(signed, secrets['public-credit']),
      [exchangeHeaders.idempotencyKey]: 'theirs',
    };
    expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(401);
  });
});

describe('status and reconciliation', () => {
  test('tell held from unknown, in the order asked, also for keys with slashes', async () => {
    const held = `visit/灌云/${randomUUID()}`;
    const { receipt } = await connect().send(message(), held);
    const known = { held: true, receipt: { ...receipt, alreadyReceived: true } };
    expect(await connect().status(held)).toEqual(known);
    expect(await connect().reconcile(['unknown', held])).toEqual([
      { key: 'unknown', status: { held: false } },
      { key: held, status: known },
    ]);
  });
});

describe('the stand-in', () => {
  test('keeps what it received through kill -9, and clears a write that never ended', async () => {
    const key = randomUUID();
    const record = message();
    const { receipt } = await connect().send(record, key);
    await standIn.kill();
    const folder = join(standIn.dataDir, 'stand-in', 'public-credit');
    await writeFile(join(folder, 'half.part'), '{"key":');
    await standIn.run();
    expect((await connect().send(record, key)).receipt).toEqual({ ...receipt, alreadyReceived: true });
    expect((await readdir(folder)).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  test('parallel sends of one key are one record; receipts are never given twice', async () => {
    const key = randomUUID();
    const record = message();
    const sent = await Promise.all(Array.from({ length: 20 }, () => connect().send(record, key)));
    expect(new Set(sent.map(({ receipt }) => receipt.receiptNo)).size).toBe(1);
    expect(sent.filter(({ receipt }) => !receipt.alreadyReceived)).toHaveLength(1);
    const all = (await standIn.records('public-credit')).map((record) => record.receipt.receiptNo);
    expect(new Set(all).size).toBe(all.length);
  });

  test('applies what it is told: a version changes its record, a withdrawal takes it away, and neither is made up', async () => {
    const id = randomUUID();
    const told = (operation: 'i' | 'u' | 'd', result: string) => {
      const record = message({ ...spotCheck, insRes_CN: result }, id);
      return connect().send({ ...record, envelope: { ...record.envelope, cd_operation: operation } }, randomUUID());
    };
    const stands = async () =>
      (await standIn.holdings('public-credit')).find(({ message: held }) => held.envelope.cd_id === id)?.message.record
        .insRes_CN;
    for (const operation of ['u', 'd'] as const)
      expect(await failureOf(told(operation, '1'))).toMatchObject({ code: 'RECORD_UNKNOWN' });
    await told('i', '1');
    expect(await failureOf(told('i', '2'))).toMatchObject({ code: 'RECORD_EXISTS' });
    expect(await stands()).toBe('1');
    await told('u', '5');
    expect(await stands()).toBe('5');
    await told('d', '5');
    expect(await stands()).toBeUndefined();
    await told('i', '1');
    expect(await stands()).toBe('1');
  });

  test('its page shows what came, as text, and its form changes the behaviour', async () => {
    await connect().send(message({ ...spotCheck, object: '<script>alert(1)</script>' }), randomUUID());
    const page = await (await fetch(standIn.url)).text();
    expect(page).toContain('外部平台替身');
    expect(page).not.toContain('<script>');
    const form = new URLSearchParams({ platform: 'public-credit', mode: 'refuse', times: '1', code: '', reason: '' });
    expect((await fetch(`${standIn.url}/control`, { method: 'POST', body: form, redirect: 'manual' })).status).toBe(
      303,
    );
    expect(await failureOf(connect().send(message(), randomUUID()))).toMatchObject({ code: 'RECORD_REFUSED' });
    expect((await connect().send(message(), randomUUID())).receipt.alreadyReceived).toBe(false);
  });

  test.each([
    ['an unknown behaviour', '/control', { platform: '*', mode: 'explode' }, 400],
    ['an unknown platform', '/control', { platform: 'nowhere', mode: 'down' }, 404],
    ['no behaviour at all', '/control', 7, 400],
    ['an unknown address', '/platforms/nowhere/records', {}, 404],
  ])('%s is answered and changes nothing', async (_name, path, body, status) => {
    expect((await fetch(standIn.url + path, { method: 'POST', body: JSON.stringify(body) })).status).toBe(status);
    expect((await connect().send(message(), randomUUID())).receipt.alreadyReceived).toBe(false);
  });
});

test('Retry-After is read as seconds or as a date, at most a day, never as nonsense', () => {
  const now = Date.parse('2026-11-24T00:00:00Z');
  expect(readRetryAfter('5', now)).toBe(5_000);
  expect(readRetryAfter('Tue, 24 Nov 2026 00:00:10 GMT', now)).toBe(10_000);
  expect(readRetryAfter('Mon, 23 Nov 2026 00:00:00 GMT', now)).toBe(0);
  expect(readRetryAfter('999999999', now)).toBe(86_400_000);
  expect(readRetryAfter('soon', now)).toBeUndefined();
  expect(readRetryAfter(null, now)).toBeUndefined();
});
