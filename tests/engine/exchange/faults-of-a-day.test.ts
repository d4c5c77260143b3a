import { retryMessage } from '../../../services/exchange/retry-message';
import { spotCheck } from '../../domain/exchange/facts';
import { handler, resultMessage } from '../../database/exchange/messages';
import { ExchangeWorld } from './exchange-world';

let world: ExchangeWorld;
beforeAll(async () => {
  world = await ExchangeWorld.open();
});
afterAll(() => world.close());
beforeEach(() => world.standIn.behave({ mode: 'normal' }));

let serial = 0;

/** What the county says of one firm's result, version by version, as the acts put it into the outbox. */
class Result {
  private readonly subjectId = `visit/day-${(serial += 1)}`;
  private version = 0;
  word: string | undefined;
  readonly ids: string[] = [];

  async publish(code: string): Promise<void> {
    await this.tell(`${(this.version += 1)}`, this.word === undefined ? 'i' : 'u', code);
    this.word = code;
  }

  async withdraw(): Promise<void> {
    await this.tell(`${this.version}/withdrawn`, 'd', 'built anew from the register');
    this.word = undefined;
  }

  /** What the public finds at the platform. */
  async atPlatform(): Promise<string | undefined> {
    const held = await world.standIn.holdings('public-credit');
    const [first = ''] = this.ids;
    return held.find(({ message }) => message.envelope.cd_id === first)?.message.record.insRes_CN as string | undefined;
  }

  async sends(): Promise<number[]> {
    const keys = await Promise.all(this.ids.map(async (id) => (await world.message(id)).key));
    return (await world.standIn.records('public-credit'))
      .filter(({ key }) => keys.includes(key))
      .map(({ sends }) => sends);
  }

  private async tell(what: string, operation: 'i' | 'u' | 'd', code: string): Promise<void> {
    const key = `${this.subjectId}/SCJG/${what}`;
    const request = { subjectId: this.subjectId, operation, payload: { ...spotCheck, insRes_CN: code } };
    this.ids.push(...(await world.enqueue(resultMessage(key, request))));
  }
}

const states = (result: Result) => Promise.all(result.ids.map(async (id) => (await world.message(id)).state));
const started = async () => {
  const before = (await world.dataSource.query<unknown[]>('SELECT 1 FROM outbox_attempt')).length;
  await world.wake('public-credit');
  while ((await world.dataSource.query<unknown[]>('SELECT 1 FROM outbox_attempt')).length === before)
    await new Promise((next) => setImmediate(next));
};
const drained = () => world.client.workflow.getHandle(world.workflowId('public-credit')).result();

const away = [
  ['down', { mode: 'down' }],
  ['busy', { mode: 'busy', retryAfterSeconds: 1 }],
  ['slower than we wait', { mode: 'slow', delayMs: 900 }],
  ['showing a sign-in page', { mode: 'signIn' }],
  ['taking records and losing the replies', { mode: 'loseReply' }],
  ['taking records and saying nothing that can be read', { mode: 'unclear' }],
] as const;

test.each(away)(
  'a platform that is %s: its last word is ours, and nothing that was taken is sent again',
  async (_how, behaviour) => {
    const [changed, withdrawn, shown] = [new Result(), new Result(), new Result()];
    await shown.publish('1');
    await world.drain('public-credit');
    await world.standIn.behave(behaviour);
    await changed.publish('1');
    await withdrawn.publish('1');
    await started();
    await changed.publish('5');
    await withdrawn.withdraw();
    await shown.publish('5');
    await shown.withdraw();
    await world.standIn.behave({ mode: 'normal' });
    await world.wake('public-credit');
    await drained();

    for (const result of [changed, withdrawn, shown]) {
      expect(await result.atPlatform()).toBe(result.word);
      expect((await result.sends()).every((times) => times === 1)).toBe(true);
      expect(await states(result)).not.toContain('parked');
    }
  },
);

const refusing = [
  ['with a status', { mode: 'refuse' }],
  ['in an answer with 200', { mode: 'sayNo' }],
  ['in the encoding of an older system', { mode: 'sayNo', encoding: 'gbk' }],
] as const;

test.each(refusing)(
  'a platform that refuses %s: parked at once in its words; what is overtaken stays unsent and says why',
  async (_how, how) => {
    const [withdrawn, changed, mended] = [new Result(), new Result(), new Result()];
    await world.standIn.behave({ ...how, code: 'E101', reason: '统一社会信用代码不存在' });
    for (const result of [withdrawn, changed, mended]) await result.publish('1');
    await world.drain('public-credit');
    for (const result of [withdrawn, changed, mended])
      expect(await world.message(result.ids[0] ?? '')).toMatchObject({
        state: 'parked',
        attempts: 1,
        lastErrorCode: 'E101',
        lastError: '统一社会信用代码不存在',
      });

    await world.standIn.behave({ mode: 'normal' });
    await withdrawn.withdraw();
    await changed.publish('5');
    const retry = async (result: Result) => {
      const { id, version } = await world.message(result.ids[0] ?? '');
      return retryMessage(world.dataSource, { messageId: id, version, submission: id, actor: handler, at: new Date() });
    };
    await expect(retry(withdrawn)).rejects.toMatchObject({ code: 'MESSAGE_OVERTAKEN' });
    await expect(retry(changed)).rejects.toMatchObject({ code: 'MESSAGE_OVERTAKEN' });
    await retry(mended);
    await world.drain('public-credit');

    expect(await states(withdrawn)).toEqual(['notNeeded', 'notNeeded']);
    expect(await states(changed)).toEqual(['notNeeded', 'sent']);
    expect(await states(mended)).toEqual(['sent']);
    for (const result of [withdrawn, changed, mended]) expect(await result.atPlatform()).toBe(result.word);
  },
);

test('a withdrawal goes under the id of the record that it withdraws, with what was sent, and a new version after it is new again', async () => {
  const result = new Result();
  await result.publish('1');
  await world.drain('public-credit');
  await result.publish('5');
  await world.drain('public-credit');
  await result.withdraw();
  await world.drain('public-credit');
  expect(await result.atPlatform()).toBeUndefined();
  await result.publish('1');
  await world.drain('public-credit');
  expect(await result.atPlatform()).toBe('1');

  const [first = ''] = result.ids;
  const told = (await world.standIn.records('public-credit')).filter(({ message }) => message.envelope.cd_id === first);
  expect(told.map(({ message }) => [message.envelope.cd_operation, message.record.insRes_CN])).toEqual([
    ['i', '1'],
    ['u', '5'],
    ['d', '5'],
    ['i', '1'],
  ]);
});
