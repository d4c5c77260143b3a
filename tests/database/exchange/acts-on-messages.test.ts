import type { DataSource } from 'typeorm';
import type { Actor } from '../../../domain/actor';
import { correctMessage } from '../../../services/exchange/correct-message';
import { enqueue } from '../../../services/exchange/enqueue';
import { findMessage } from '../../../services/exchange/find-message';
import { giveUpMessage } from '../../../services/exchange/give-up-message';
import { retryMessage } from '../../../services/exchange/retry-message';
import { stretchOf } from '../../../services/queries/ordered-list';
import { listMessages, type ListedMessage, type MessageFilter } from '../../../services/queries/exchange/list-messages';
import { countQueues } from '../../../services/queries/exchange/queue-counts';
import { showMessage } from '../../../services/queries/exchange/show-message';
import { handler, referralMessage, resultMessage } from './messages';
import { openDatabase, type OpenDatabase } from './open-database';

let database: OpenDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await openDatabase();
  dataSource = database.dataSource;
}, 60_000);
afterAll(() => database.close());
beforeEach(() => dataSource.query('TRUNCATE outbox_message, acts CASCADE'));

let serial = 0;
const at = new Date('2026-11-24T02:00:00.000Z');
const act = (messageId: string, more: object = {}) => ({
  messageId,
  version: 1,
  submission: `s${(serial += 1)}`,
  actor: handler,
  at,
  ...more,
});
const parked = async (record: Record<string, unknown> = { catalogueCode: undefined }, department = 'SCJG') => {
  const { id } = await dataSource.transaction((manager) =>
    enqueue(manager, { ...referralMessage(`k${(serial += 1)}`, record), department }),
  );
  if (record.catalogueCode !== undefined)
    await dataSource.query(`UPDATE outbox_message SET state = 'parked' WHERE id = $1`, [id]);
  return id;
};
const complete = { catalogueCode: '01234567890123' };
const entries = () => dataSource.query('SELECT act, subject_id, reason FROM acts ORDER BY id');

describe('retry', () => {
  test('queues the message again with a full allowance and one entry about the case', async () => {
    const id = await parked(complete);
    await dataSource.query('UPDATE outbox_message SET attempts = 7 WHERE id = $1', [id]);
    const after = await retryMessage(dataSource, act(id));
    expect(after).toMatchObject({ state: 'queued', attempts: 7, attemptsBefore: 7, lastErrorCode: null, version: 2 });
    expect(await entries()).toEqual([{ act: 'exchange.retry', subject_id: after.subjectId, reason: null }]);
  });

  test('a record that still lacks something is refused, and no entry stays behind', async () => {
    const id = await parked();
    await expect(retryMessage(dataSource, act(id))).rejects.toMatchObject({
      code: 'MESSAGE_INCOMPLETE',
      details: { fields: ['catalogueCode'] },
    });
    expect(await entries()).toEqual([]);
  });

  test('fifty posts of one submission are one act', async () => {
    const id = await parked(complete);
    const once = act(id);
    await Promise.all(Array.from({ length: 50 }, () => retryMessage(dataSource, once)));
    expect(await entries()).toHaveLength(1);
    expect((await findMessage(dataSource, id))?.version).toBe(2);
  });

  test('ten people at once: one acts, the others learn that the message has changed', async () => {
    const id = await parked(complete);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => retryMessage(dataSource, act(id))));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(
      results.flatMap((result) => (result.status === 'rejected' ? (result.reason as { code: string }).code : [])),
    ).toEqual(Array(9).fill('STALE_VERSION'));
    expect(await entries()).toHaveLength(1);
  });
});

test('whoever comes second learns what was supplied, and what became of the message', async () => {
  const id = await parked();
  await correctMessage(
    dataSource,
    act(id, { fields: complete, reason: '补录编码' }) as Parameters<typeof correctMessage>[1],
  );
  await expect(retryMessage(dataSource, act(id))).rejects.toMatchObject({
    code: 'STALE_VERSION',
    details: {
      current: 2,
      changed: [
        { field: 'catalogueCode', was: null, is: complete.catalogueCode, at: at.toISOString() },
        { field: 'state', was: 'parked', is: 'queued', at: at.toISOString() },
      ],
    },
  });
});

describe('correct', () => {
  test('mends the record and queues it', async () => {
    const id = await parked();
    const after = await correctMessage(
      dataSource,
      act(id, { fields: complete, reason: '补录编码' }) as Parameters<typeof correctMessage>[1],
    );
    expect(after).toMatchObject({ state: 'queued', payload: { record: complete } });
    expect(await entries()).toMatchObject([{ act: 'exchange.correct', reason: '补录编码' }]);
  });

  test.each([
    ['a code of 13 digits', { catalogueCode: '0123456789012' }, ['catalogueCode']],
    ['an unknown field', { catalogueCode: '01234567890123', extra: '=1+1' }, ['extra']],
    ['a field of another type', { catalogueCode: '01234567890123', facts: { $ne: 1 } }, ['facts']],
  ])('%s is refused and nothing changes', async (_name, fields, named) => {
    const id = await parked();
    const before = await findMessage(dataSource, id);
    await expect(correctMessage(dataSource, { ...act(id), fields, reason: 'r' })).rejects.toMatchObject({
      details: { fields: named },
    });
    expect(await findMessage(dataSource, id)).toEqual(before);
    expect(await entries()).toEqual([]);
  });
});

describe('give up', () => {
  test('ends the message with its reason; it cannot be retried afterwards', async () => {
    const id = await parked();
    expect(await giveUpMessage(dataSource, { ...act(id), reason: '平台不再接收' })).toMatchObject({
      state: 'givenUp',
      lastError: '平台不再接收',
    });
    await expect(retryMessage(dataSource, act(id, { version: 2 }))).rejects.toMatchObject({
      code: 'MESSAGE_NOT_PARKED',
    });
  });

  test('needs a reason that says something', async () => {
    await expect(giveUpMessage(dataSource, { ...act(await parked()), reason: ' ' })).rejects.toMatchObject({
      code: 'REASON_NEEDED',
    });
  });
});

describe('strangers', () => {
  const others: Actor[] = [
    { ...handler, department: 'SFJ' },
    { ...handler, capacity: 'departmentLeader' },
    { ...handler, capacity: 'systemAdministrator' },
    { ...handler, capacity: 'officeHandler', department: 'OFFICE' },
  ];

  test.each(others)('$capacity of $department may not act', async (actor) => {
    const id = await parked(complete);
    await expect(retryMessage(dataSource, act(id, { actor }))).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
    await expect(giveUpMessage(dataSource, { ...act(id, { actor }), reason: 'r' })).rejects.toMatchObject({
      code: 'NOT_ENTITLED',
    });
  });

  test.each(['00000000-0000-4000-8000-000000000000', 'no-uuid', "'; DROP TABLE acts; --"])(
    'the id %s is unknown, not an error',
    async (id) => {
      await expect(retryMessage(dataSource, act(id))).rejects.toMatchObject({ code: 'MESSAGE_UNKNOWN' });
      expect(
        await showMessage(dataSource, { department: 'SCJG', capacities: ['departmentHandler'] }, id),
      ).toBeUndefined();
    },
  );
});

describe('what the connector page reads', () => {
  const reader = (department: string, ...capacities: string[]) => ({ department, capacities });

  test('a department sees its own messages only, the administrator all but no record', async () => {
    const mine = await parked();
    const theirs = await parked(undefined, 'SFJ');
    await dataSource.transaction((manager) => enqueue(manager, resultMessage('q')));
    const listed = (whose: ReturnType<typeof reader>, filter: MessageFilter = {}, after?: string) =>
      stretchOf<ListedMessage>(dataSource, listMessages(whose, filter), { size: 2, after });
    const own = await listed(reader('SFJ', 'departmentHandler'), { state: 'parked' });
    expect(own).toMatchObject({ total: 1, rows: [{ id: theirs }] });
    expect(own.rows[0]).not.toHaveProperty('payload');
    // Whoever answers for a record knows it by its firm; whoever keeps the system reads none.
    expect(own.rows[0]).toMatchObject({ operation: 'i', about: { object: expect.stringMatching(/./) } });
    expect(await showMessage(dataSource, reader('SFJ', 'departmentHandler'), mine)).toBeUndefined();
    const shown = await showMessage(dataSource, reader('SCJG', 'departmentHandler'), mine);
    expect(shown).toMatchObject({
      hindrance: { fields: ['catalogueCode'] },
      attempts: [],
      message: { payload: { kind: 'referral' } },
    });

    const administrator = reader('OFFICE', 'systemAdministrator');
    const first = await listed(administrator);
    expect(first.rows.map(({ about }) => about)).toEqual([null, null]);
    // The first of the page was sent meanwhile: the one after the last of the page is the next all the same.
    await dataSource.query(`UPDATE outbox_message SET state = 'sent' WHERE id = $1`, [first.rows[0]?.id]);
    const second = await listed(administrator, {}, first.rows.at(-1)?.place);
    expect([second.rows.length, second.ahead, second.more]).toEqual([1, 2, false]);
    const back = await stretchOf<ListedMessage>(dataSource, listMessages(administrator, {}), {
      size: 2,
      before: second.rows[0]?.place,
    });
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect((await showMessage(dataSource, administrator, mine))?.message).not.toHaveProperty('payload');
    for (const overseer of ['supervisor', 'officeHandler', 'officeDirector']) {
      expect((await showMessage(dataSource, reader('OFFICE', overseer), mine))?.message).toHaveProperty('payload');
    }
    expect(await listed(reader('SCJG', 'inspector'))).toMatchObject({ rows: [], total: 0 });
  });

  test('counts name every platform and state, zero included', async () => {
    await parked();
    await parked(undefined, 'SFJ');
    const of = async (department: string, capacity: string) =>
      (await countQueues(dataSource, reader(department, capacity))).map((row) => [
        row.platform,
        row.counts.parked,
        row.counts.sent,
      ]);
    expect(await of('OFFICE', 'systemAdministrator')).toEqual([
      ['public-credit', 0, 0],
      ['joint-discipline', 2, 0],
    ]);
    expect(await of('SFJ', 'departmentHandler')).toEqual([
      ['public-credit', 0, 0],
      ['joint-discipline', 1, 0],
    ]);
    expect(await of('OFFICE', 'supervisor')).toEqual(await of('OFFICE', 'systemAdministrator'));
    expect(await of('OFFICE', 'auditAdministrator')).toEqual([]);
  });
});
