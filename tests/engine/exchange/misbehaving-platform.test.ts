import { correctMessage } from '../../../services/exchange/correct-message';
import { giveUpMessage } from '../../../services/exchange/give-up-message';
import { retryMessage } from '../../../services/exchange/retry-message';
import { handler, referralMessage, resultMessage } from '../../database/exchange/messages';
import { ExchangeWorld } from './exchange-world';

let world: ExchangeWorld;
beforeAll(async () => {
  world = await ExchangeWorld.open();
});
afterAll(() => world.close());
beforeEach(() => world.standIn.behave({ mode: 'normal' }));

let serial = 0;
const freshKeys = (count: number) => Array.from({ length: count }, () => `k${(serial += 1)}`);

/** Every key is held exactly once at the platform, and the outbox has a receipt for each that fits. */
async function expectOnceEach(keys: string[], ids: string[], platform = 'public-credit'): Promise<void> {
  const held = (await world.standIn.records(platform)).filter((record) => keys.includes(record.key));
  expect(held.map((record) => record.key).sort()).toEqual([...keys].sort());
  for (const id of ids) {
    const message = await world.message(id);
    expect(message).toMatchObject({ state: 'sent', lastErrorCode: null, nextAttemptAt: null });
    expect(message.receipt?.receiptNo).toBe(held.find((record) => record.key === message.key)?.receipt.receiptNo);
  }
}

test.each([
  ['works', { mode: 'normal' }],
  ['is slower than our time-out', { mode: 'slow', delayMs: 900, times: 2 }],
  ['answers twice', { mode: 'twice' }],
  ['says that it had the record before', { mode: 'duplicate' }],
  ['takes the record and loses the reply', { mode: 'loseReply', times: 4 }],
  ['is down for a while', { mode: 'down', times: 6 }],
  ['wants somebody to sign in', { mode: 'signIn', times: 6 }],
  ['names its receipt otherwise', { mode: 'otherReceipt' }],
  ['answers in an older encoding', { mode: 'otherReceipt', encoding: 'gbk' }],
  ['takes the record and says nothing of it', { mode: 'unclear', times: 4 }],
  ['asks us to come later', { mode: 'busy', retryAfterSeconds: 1, times: 2 }],
])('a platform that %s holds each record once', async (_name, behaviour) => {
  await world.standIn.behave(behaviour);
  const keys = freshKeys(8);
  const ids = await world.enqueue(...keys.map((key) => resultMessage(key)));
  await world.drain('public-credit');
  await expectOnceEach(keys, ids);
  expect(world.told.filter(({ key }) => keys.includes(key)).map(({ state }) => state)).toEqual(Array(8).fill('sent'));
});

test('a lost reply is asked about and not sent again, and the receipt is the first one', async () => {
  await world.standIn.behave({ mode: 'loseReply', times: 1 });
  const [key] = freshKeys(1) as [string];
  const [id] = (await world.enqueue(resultMessage(key))) as [string];
  await world.drain('public-credit');
  const [record] = (await world.standIn.records('public-credit')).filter((held) => held.key === key);
  expect(record?.sends).toBe(1);
  expect(await world.message(id)).toMatchObject({
    attempts: 2,
    perhapsTaken: false,
    receipt: { receiptNo: record?.receipt.receiptNo, alreadyReceived: true },
  });
});

test('a refused message parks with the platform’s words and the others go on; a person’s retry sends it', async () => {
  await world.standIn.behave({ mode: 'refuse', code: 'CODE_UNKNOWN', reason: '事项编码不存在', times: 1 });
  const keys = freshKeys(6);
  const ids = await world.enqueue(...keys.map((key) => resultMessage(key)));
  await world.drain('public-credit');
  const messages = await Promise.all(ids.map((id) => world.message(id)));
  const parked = messages.filter((message) => message.state === 'parked');
  expect(parked).toMatchObject([{ lastErrorCode: 'CODE_UNKNOWN', lastError: '事项编码不存在', attempts: 1 }]);
  expect(messages.filter((message) => message.state === 'sent')).toHaveLength(5);

  const { id = '', version = 0, key = '' } = parked[0] ?? {};
  await retryMessage(world.dataSource, { messageId: id, version, submission: 'again', actor: handler, at: new Date() });
  await world.drain('public-credit');
  await expectOnceEach(keys, ids);
  expect(world.told.filter((entry) => entry.key === key).map((entry) => entry.state)).toEqual(['parked', 'sent']);
});

test('a record without catalogue code never leaves; mended it does, given up it does not, and the cases learn both', async () => {
  const keys = freshKeys(2);
  const [mended, dropped] = (await world.enqueue(
    ...keys.map((key) => referralMessage(key, { catalogueCode: undefined })),
  )) as [string, string];
  await world.drain('joint-discipline');
  expect(await world.standIn.records('joint-discipline')).toEqual([]);
  const act = (messageId: string) => ({
    messageId,
    version: 1,
    submission: messageId,
    actor: handler,
    at: new Date(),
    reason: '核实',
  });
  await correctMessage(world.dataSource, { ...act(mended), fields: { catalogueCode: '01234567890123' } });
  await giveUpMessage(world.dataSource, act(dropped));
  await world.drain('joint-discipline');
  await expectOnceEach([keys[0] ?? ''], [mended], 'joint-discipline');
  expect((await world.message(dropped)).state).toBe('givenUp');
  expect(await world.standIn.records('joint-discipline')).toHaveLength(1);
  expect(world.told.filter(({ key }) => keys.includes(key)).map(({ state }) => state)).toEqual([
    'parked',
    'parked',
    'sent',
    'givenUp',
  ]);
});

test('a stand-in killed while it receives and started again holds each record once', async () => {
  await world.standIn.behave({ mode: 'loseReply', times: 10 });
  const keys = freshKeys(40);
  const ids = await world.enqueue(...keys.map((key) => resultMessage(key)));
  await world.wake('public-credit', 20);
  const received = async () =>
    (await world.standIn.records('public-credit')).filter((record) => keys.includes(record.key)).length;
  while ((await received()) === 0) await new Promise((next) => setImmediate(next));
  await world.standIn.kill();
  await world.standIn.run();
  const before = await received();
  expect(before).toBeGreaterThan(0);
  await world.client.workflow.getHandle(world.workflowId('public-credit')).result();
  await expectOnceEach(keys, ids);
});

test('fifty wakes at once during the work are one queue and no second record', async () => {
  const keys = freshKeys(20);
  const ids = await world.enqueue(...keys.map((key) => resultMessage(key)));
  await Promise.all(Array.from({ length: 50 }, () => world.wake('public-credit')));
  await world.drain('public-credit');
  await expectOnceEach(keys, ids);
  for (const id of ids) expect((await world.message(id)).attempts).toBe(1);
});

test('the platform’s rate is kept: forty records at ten a second take at least three slices', async () => {
  const keys = freshKeys(40);
  await world.enqueue(...keys.map((key) => resultMessage(key)));
  await world.drain('public-credit', 10);
  const times = (await world.standIn.records('public-credit'))
    .filter((record) => keys.includes(record.key))
    .map((record) => Date.parse(record.receipt.receivedAt))
    .sort((one, other) => one - other);
  for (let first = 0; first + 20 < times.length; first += 1) {
    expect((times[first + 20] ?? 0) - (times[first] ?? 0)).toBeGreaterThan(900);
  }
});

test('the envelope is the same in every send, and what says nothing is left out', async () => {
  const [key] = freshKeys(1) as [string];
  await world.standIn.behave({ mode: 'loseReply', times: 2 });
  const [id] = (await world.enqueue(referralMessage(key, { measures: null }))) as [string];
  await world.drain('joint-discipline');
  await expectOnceEach([key], [id], 'joint-discipline');
  const record = (await world.standIn.records('joint-discipline')).find((held) => held.key === key);
  expect(record?.message.envelope).toMatchObject({ cd_id: id, cd_source: 'SCJG', cd_operation: 'i' });
  expect(record?.message.record).not.toHaveProperty('measures');
});
