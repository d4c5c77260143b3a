import { findDifferences } from '../../bin/compose/differences';
import { repair } from '../../bin/compose/repair';
import { randomUUID } from 'node:crypto';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { CaseActivities } from '../../activities/cases';
import { createActSigner, makeActKeys } from '../../connectors/act-keys';
import { exchangePlatforms } from '../../domain/exchange/platform';
import { deliver } from '../../engine/perform-act';
import { standingOfRun } from '../../engine/running-cases';
import { wakeCase } from '../../engine/start-case';
import type { ActRequest } from '../../domain/request';
import type { Standing } from '../../domain/standing';
import { enqueue } from '../../services/exchange/enqueue';
import { referralMessage, resultMessage } from '../database/exchange/messages';
import { CountyEngine } from '../engine/lifecycle/county-engine';
import { everyActivity } from '../engine/lifecycle/done-but-unheard';
import { until } from '../engine/lifecycle/until';
import { approve, draw, propose, schemeFor, stage, visit } from '../engine/lifecycle/whole-check';
import { checkNumber } from '../engine/lifecycle/check-number';
import { workflowBundle } from '../setup/workflow-bundle';
import { Intruder } from './intruder';

let county: CountyEngine;
let intruder: Intruder;
beforeAll(async () => {
  county = await CountyEngine.open();
  intruder = new Intruder(county);
});
afterAll(() => county?.close());

const consult = { by: 'scjg-handler', act: 'jointCheck.consult' };

/** What the web signs for a person. */
async function asked(act: string, caseId?: string, more: { by?: string; submission?: string } = {}) {
  const actor = await county.actor(more.by ?? 'scjg-handler');
  return { act, caseId, actor, input: { version: 1 }, submission: more.submission ?? randomUUID() };
}

/** A request that nobody has signed yet. */
async function request(caseId: string, more: Partial<ActRequest> = {}): Promise<ActRequest> {
  const { act, actor, input, submission } = await asked('jointCheck.consult');
  return {
    v: 1,
    key: randomUUID(),
    act,
    actor,
    case: caseId,
    input,
    submission,
    at: new Date().toISOString(),
    ...more,
  };
}

/** Waits until nothing that earlier acts led to is under way. */
async function quiet(): Promise<void> {
  await until(
    () =>
      county.dataSource.query<unknown[]>(
        `SELECT 1 FROM case_effect WHERE state = 'open' UNION ALL SELECT 1 FROM document WHERE state = 'queued'`,
      ),
    (open) => open.length === 0,
  );
  let last = '';
  await until(
    async () => JSON.stringify(await intruder.trace()),
    (now) => {
      const isSame = now === last;
      last = now;
      return isSame;
    },
  );
}

/** Tries something that nobody may, and expects that it is counted and changes nothing. */
async function expectStray(place: string, forge: () => Promise<string>, told: string | RegExp = 'stray', times = 1) {
  const [before, counted] = [await intruder.trace(), await intruder.strays(place)];
  expect(await forge()).toMatch(told);
  expect(await intruder.strays(place)).toBe(counted + times);
  expect(await intruder.trace()).toEqual(before);
}

describe('an update', () => {
  let check: string;
  let other: string;
  beforeAll(async () => {
    [check, other] = [await propose(county), await propose(county)];
    await quiet();
  });
  const sends = (key: string, on = check) => expectStray(on, () => intruder.update(on, { key }));

  test('with the key of nothing is a stray', async () => {
    await sends(randomUUID());
    await sends('jointCheck.consult');
  });

  test('with the key of another case’s request is a stray, and the request is still good where it belongs', async () => {
    const key = await intruder.signed(await asked('jointCheck.consult', other));
    await sends(key);
    expect(await intruder.update(other, { key })).toBe('done');
    await quiet();
  });

  test.each<[string, (forged: ActRequest) => { keyId: string; signature: string; body?: string; row?: ActRequest }]>([
    ['without a signature', (forged) => ({ ...county.signer.sign(forged), signature: '' })],
    [
      'with the signature of another request',
      (forged) => ({ ...county.signer.sign({ ...forged, key: randomUUID() }), request: forged }),
    ],
    [
      'with an altered body',
      (forged) => {
        const signed = county.signer.sign(forged);
        return { ...signed, body: JSON.stringify({ ...forged, act: 'jointCheck.withdraw' }) };
      },
    ],
    ['with a body that is none', (forged) => ({ ...county.signer.sign(forged), body: '{"v":1' })],
    ['signed by another key', (forged) => createActSigner(makeActKeys().privateKey).sign(forged)],
    [
      'signed by another key under the name of ours',
      (forged) => ({
        ...createActSigner(makeActKeys().privateKey).sign(forged),
        keyId: county.signer.sign(forged).keyId,
      }),
    ],
    [
      'that is a copy of a signed one under another key',
      (forged) => {
        const signed = county.signer.sign(forged);
        return { ...signed, row: { ...forged, key: randomUUID() }, body: JSON.stringify(forged) };
      },
    ],
  ])('with the key of a row %s is a stray', async (_what, forge) => {
    const forged = await request(check);
    const { keyId, signature, body, row } = forge(forged);
    await sends(await intruder.write({ request: row ?? forged, keyId, signature }, body));
  });

  test('that is sent again gives the same outcome and does nothing a second time', async () => {
    const third = await propose(county);
    const key = await intruder.signed(await asked('jointCheck.consult', third));
    expect(await intruder.update(third, { key })).toBe('done');
    await quiet();
    const [before, outcome] = [await intruder.trace(), await county.outcome({ caseId: third, key })];
    expect(await intruder.update(third, { key })).toBe('done');
    expect(await county.outcome({ caseId: third, key })).toEqual(outcome);
    expect(await intruder.trace()).toEqual(before);
    expect((await county.entries(third)).filter(({ act }) => act === 'jointCheck.consult')).toHaveLength(1);
  });

  test('with a signature of six minutes ago is refused, and nothing is recorded', async () => {
    const before = await county.entries(check);
    const key = await intruder.signed(await asked('jointCheck.consult', check), new Date(Date.now() - 6 * 60_000));
    expect(await intruder.update(check, { key })).toBe('refused');
    expect(await county.outcome({ caseId: check, key })).toMatchObject({ kind: 'refused', code: 'REQUEST_STALE' });
    expect(await county.entries(check)).toEqual(before);
    expect(await county.state(check)).toMatchObject({ stage: 'drafting' });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'clock'],
    ['no key', { act: 'jointCheck.consult' }],
    ['a number', { key: 1 }],
    ['a list', { key: [randomUUID()] }],
    ['an empty key', { key: '' }],
    ['a very long one', { key: 'a'.repeat(100_000) }],
    ['another alphabet', { key: "1\0' OR 1=1 --" }],
  ])('of garbage (%s) is not even taken', async (_what, input) => {
    const before = await intruder.trace();
    expect(await intruder.update(check, input)).toMatch(/INVALID_INPUT|TypeError/);
    expect(await intruder.trace()).toEqual(before);
  });

  test.each([
    '0'.repeat(8) + '-'.repeat(28),
    `${randomUUID().slice(0, -1)}-`,
    randomUUID().toUpperCase(),
    'effect/0',
    'effect/007',
    'effect/999999999999999999',
    'effect/9999999999999999999999',
    `message/${'-'.repeat(36)}/sent`,
    `message/${randomUUID()}/sent`,
    `message/${randomUUID()}/parked`,
    'calendar/0000-1',
    'clock/1',
    'version',
  ])('with %s, which is nearly a key, is a stray', async (key) => sends(key));

  test('of another name is answered by nobody', async () => {
    const before = await intruder.trace();
    expect(await intruder.update(check, { key: randomUUID() }, 'jointCheck.withdraw')).not.toMatch(/done|stray/);
    expect(await intruder.trace()).toEqual(before);
  });
});

describe('a key of what is recorded', () => {
  let check: string;
  let round: string;
  beforeAll(async () => {
    check = await propose(county);
    await county.act({ ...consult, on: check });
    round = `consultation/${check.slice('joint-check/'.length)}-Z1`;
    await stage(county, round, 'open');
    await quiet();
  });

  /** An effect of the check that has the round cancelled. */
  async function telling(state: string): Promise<string> {
    const rows: { id: string }[] = await county.dataSource.query(
      `INSERT INTO case_effect (key, case_id, act_id, kind, effect, state, created_at) VALUES ($1, $2, 1, 'tellCase', $3, $4, now()) RETURNING id`,
      [
        randomUUID(),
        check,
        { kind: 'tellCase', id: round, act: 'consultation.cancel', input: {}, submission: randomUUID() },
        state,
      ],
    );
    return rows[0]?.id ?? '';
  }
  const set = (id: string, state: string) =>
    county.dataSource.query('UPDATE case_effect SET state = $2 WHERE id = $1', [id, state]);

  test('before the clock’s moment does nothing', async () => {
    await expectStray(round, () => intruder.update(round, { key: 'clock' }), 'nothing');
    await expectStray(check, () => intruder.update(check, { key: 'clock' }), 'nothing');
  });

  test.each(['2026-0', '2026-00', '2026-99', '2026-01', '1999-1', '2026--1', '20261-1'])(
    'of a calendar’s version that there is not (%s) is a stray',
    async (version) => expectStray(round, () => intruder.update(round, { key: `calendar/${version}` })),
  );

  test('of an effect tells when its turn has come, the case that it tells, and not while it is parked', async () => {
    const parked = await telling('parked');
    await expectStray(round, () => intruder.update(round, { key: `effect/${parked}` }));
    const [first, second] = [await telling('open'), await telling('open')];
    await expectStray(round, () => intruder.update(round, { key: `effect/${second}` }));
    await set(first, 'parked');
    await expectStray(check, () => intruder.update(check, { key: `effect/${second}` }));
    expect(await intruder.update(round, { key: `effect/${second}` })).toBe('done');
    expect(await county.state(round)).toMatchObject({ stage: 'cancelled' });
    await set(second, 'done');
  });
});

describe('a workflow that somebody starts', () => {
  const withdrawn = async () => {
    const check = await propose(county);
    await county.act({ by: 'scjg-leader', act: 'jointCheck.withdraw', on: check, input: { reason: '与年度计划重复' } });
    await until(
      () => county.client.workflow.getHandle(check).describe(),
      (run) => run.status.name === 'COMPLETED',
    );
    await quiet();
    return check;
  };

  test('as a case that there is not ends at once', async () => {
    const nowhere = `joint-check/${checkNumber(9999)}`;
    await expectStray(nowhere, () => intruder.start('officialCase', nowhere, { stage: 'approved' }), 'ended');
    await expectStray('a case\\of mine', () => intruder.start('officialCase', 'a case\\of mine'), 'ACTIVITY_ALONE');
    await expectStray(`no${nowhere}`, () => intruder.start('officialCase', `no\0${nowhere}`), 'ACTIVITY_ALONE');
  });

  test('as a closed case ends at once', async () => {
    const check = await withdrawn();
    const before = await intruder.trace();
    expect(await intruder.start('officialCase', check)).toBe('ended');
    expect(await intruder.start('officialCase', check, { standing: { closed: false } })).toBe('ended');
    expect(await intruder.trace()).toEqual(before);
  });

  test('as an opening without a signed request opens nothing', async () => {
    const unknown = `opening/${randomUUID()}`;
    await expectStray(unknown, () => intruder.start('opening', unknown, { key: randomUUID() }), '"stray"');
    const check = await propose(county);
    await quiet();
    const key = await intruder.signed(await asked('jointCheck.consult', check));
    const other = `opening/${key}`;
    await expectStray(other, () => intruder.start('opening', other, { key }), '"stray"');
    await expectStray(unknown, () => intruder.start('opening', unknown, { key }), '"stray"');
    const closed = await withdrawn();
    await expectStray(closed, () => intruder.start('opening', closed, { key }), 'ACTIVITY_ALONE');
    await expectStray(unknown, () => intruder.start('officialCase', unknown, { key }), 'ACTIVITY_ALONE');
    await expectStray('opening/clock', () => intruder.start('opening', 'opening/clock'), 'ACTIVITY_ALONE');
  });

  test.each(['calendar/2026-99', 'calendar/1999-1', 'calendar/2026-0', 'calendar/x', 'calendar/2026-1\0'])(
    'as a recounting by a calendar that there is not (%j) counts nothing and marks nothing',
    async (id) => {
      await county.dataSource.query('UPDATE calendar_year SET recounted_version = 0');
      const place = id.replaceAll('\0', '');
      await expectStray(
        place,
        () => intruder.start('recounting', id, { year: 2026, version: 1 }),
        /null|ended|ACTIVITY_ALONE/,
      );
    },
  );

  test('as a printing of a paper that there is not draws nothing', async () => {
    const id = `paper/${randomUUID()}`;
    await expectStray(id, () => intruder.start('printing', id, { key: 'notice' }), 'SOURCE_UNKNOWN');
    await expectStray('printing', () => intruder.start('printing', 'printing', { key: 'notice' }), 'ACTIVITY_ALONE');
  });

  test('as the queue of a platform presses it no harder than the platform bears, and there is one of it', async () => {
    const [platform] = exchangePlatforms;
    if (!platform) throw new Error('no platform');
    const keys = Array.from({ length: 40 }, () => randomUUID());
    await county.standIn.behave({ mode: 'slow', delayMs: 300 });
    await county.dataSource.transaction(async (manager) => {
      for (const key of keys) await enqueue(manager, resultMessage(key));
    });
    const absurd = {
      platform: platform.key,
      taskQueue: 'nowhere',
      pace: { ratePerSecond: 1e6, inFlight: 1000, firstPauseMs: 0, maxPauseMs: 0, deliveryMs: 1 },
      failures: -7,
    };
    for (const id of [`exchange/${platform.key}/2`, 'exchange/nobody', `x/exchange/${platform.key}`])
      await expectStray(id, () => intruder.start('exchange', id, absurd), 'SOURCE_UNKNOWN');
    expect(await intruder.start('exchange', `exchange/${platform.key}`, absurd)).toContain('"sent":40');
    await county.standIn.behave({ mode: 'normal' });

    const attempts: { at: Date; ms: number }[] = await county.dataSource.query(
      `SELECT a.at, a.duration_ms AS ms FROM outbox_attempt a JOIN outbox_message m ON m.id = a.message_id WHERE m.key = ANY($1) ORDER BY a.at`,
      [keys],
    );
    expect(attempts).toHaveLength(40);
    const starts = attempts.map(({ at }) => at.getTime());
    for (const [place, at] of starts.entries()) {
      const underWay = attempts.filter((one) => one.at.getTime() <= at && one.at.getTime() + one.ms > at + 20);
      expect(underWay.length).toBeLessThanOrEqual(platform.limits.inFlight);
      const later = starts[place + 2 * platform.ratePerSecond];
      if (later !== undefined) expect(later - at).toBeGreaterThan(900);
    }
  });
});

test('a referral hears of its message’s receipt only when the message has it', async () => {
  const number = checkNumber(700);
  await approve(county, number);
  const [visitId = ''] = await draw(county, number);
  await visit(county, visitId);
  const [referral = ''] = await until(
    async () =>
      (await county.dataSource.query<{ id: string }[]>('SELECT id FROM referral ORDER BY id')).map(({ id }) => id),
    (ids) => ids.length > 0,
  );
  const { id } = await county.dataSource.transaction((manager) =>
    enqueue(manager, { ...referralMessage(randomUUID()), subjectId: referral }),
  );
  await county.dataSource.query(
    `UPDATE outbox_message SET next_attempt_at = now() + interval '1 day' WHERE id = $1 AND state = 'queued'`,
    [id],
  );
  await until(
    () => county.dataSource.query<unknown[]>(`SELECT 1 FROM outbox_message WHERE state = 'sending'`),
    (sending) => sending.length === 0,
  );
  await quiet();
  for (const told of ['sent', 'givenUp', 'queued', 'parked'])
    await expectStray(referral, () => intruder.update(referral, { key: `message/${id}/${told}` }));
  await expectStray(visitId, () => intruder.update(visitId, { key: `message/${id}/sent` }));
  await county.dataSource.query(
    `UPDATE outbox_message SET state = 'sent', receipt = '{"receiptNo":"R1","receivedAt":"2026-11-30T00:00:00.000Z"}' WHERE id = $1`,
    [id],
  );
  expect(await intruder.update(referral, { key: `message/${id}/sent` })).not.toBe('stray');
});

describe('an activity that somebody starts alone', () => {
  test('does nothing, whichever it is', async () => {
    const check = await propose(county);
    await quiet();
    const key = await intruder.signed(await asked('jointCheck.consult', check));
    const [id = ''] = await county.dataSource.transaction(async (manager) => [
      (await enqueue(manager, resultMessage(randomUUID()))).id,
    ]);
    await county.dataSource.query(
      `INSERT INTO document (key, kind, case_id, title, state, total, created_at) VALUES ('forged', 'inspection-notice', $1, 'x', 'queued', 1, now())`,
      [check],
    );
    const effects: { id: string }[] = await county.dataSource.query('SELECT max(id) AS id FROM case_effect');
    const { cases, documents, exchange } = intruder.queues;
    const forged: Record<string, [string, unknown]> = {
      judgeAct: [cases, { key, takenAt: Date.now(), place: check, caseId: check, workflowType: 'officialCase' }],
      standing: [cases, { caseId: check }],
      carryOut: [cases, { effect: effects[0]?.id, caseId: check }],
      startOpened: [cases, { key, place: check }],
      recountTerms: [cases, { year: 2026, version: 1 }],
      issueDocument: [documents, 'forged'],
      takeDueMessages: [exchange, { platform: 'public-credit', limit: 100_000, claim: 'mine', failing: false }],
      deliverMessage: [exchange, { id, attempt: 0, failures: 0, platform: 'public-credit', pace: {} }],
      tellOutcomes: [exchange, { platform: 'public-credit' }],
      countOutstanding: [exchange, { platform: 'public-credit' }],
    };
    expect(Object.keys(forged).sort()).toEqual(everyActivity());
    for (const [type, [queue, input]] of Object.entries(forged))
      await expectStray('activity', () => intruder.alone(type, queue, input), /No workflow of ours|ACTIVITY_ALONE/);
    expect((await county.entries(check)).map(({ act }) => act)).toEqual(['jointCheck.propose']);
    await county.dataSource.query(`DELETE FROM document WHERE key = 'forged'`);
  });
});

describe('a worker of somebody else on our queue', () => {
  /** Answers everything with “done”. */
  async function foreign(standing: (caseId?: string) => Partial<Standing>): Promise<() => Promise<void>> {
    const connection = await NativeConnection.connect({ address: county.engine.address });
    const said = (): Standing => ({
      caseId: 'joint-check/0',
      number: '0',
      stage: 'approved',
      closed: false,
      version: 9_999,
      hash: '',
      effects: ['1', '2', '999999'],
      marks: { kind: 'joint-check', departments: [] },
      note: 'done',
      ...standing(),
    });
    const activities: CaseActivities = {
      judgeAct: async () => ({ verdict: 'done', standing: said() }),
      standing: async () => ({ verdict: 'nothing', standing: said() }),
      carryOut: async () => undefined,
      startOpened: async () => undefined,
      recountTerms: async () => undefined,
    };
    const worker = await Worker.create({
      connection,
      namespace: county.engine.namespace,
      taskQueue: intruder.queues.cases,
      workflowBundle: await workflowBundle(),
      activities,
    });
    const running = worker.run();
    return async () => {
      worker.shutdown();
      await running;
      await connection.close();
    };
  }

  test.each<[string, Partial<Standing>, string[]]>([
    // As after an older database was put back: nothing is judged before an operator has seen to it.
    ['is ahead of its row', {}, ['parked', 'parked', 'repaired', 'done']],
    ['is over', { closed: true, effects: [], version: 1 }, ['done']],
    ['has a clock’s step due', { alarmAt: 1, effects: [], version: 1 }, ['done']],
  ])(
    'makes no “done” for a person; it says that the case %s, and the case can act again',
    async (_what, said, kinds) => {
      const check = await propose(county);
      const scheme = await schemeFor(county);
      await quiet();
      await county.stopWorkers();
      const before = await intruder.trace();
      const counted = await intruder.strays(check);
      // One act of one person, however often it is sent: what is still on its way may be done by our own worker.
      const submission = randomUUID();
      const stop = await foreign(() => said);
      const [one, opening] = await Promise.all([
        county.attempt({ ...consult, on: check, submission, patienceMs: 3_000 }),
        county.attempt({ by: 'scjg-handler', act: 'jointCheck.propose', input: { scheme }, patienceMs: 3_000 }),
      ]);
      await stop();
      expect(one.kind).toMatch(/^(unreachable|pending)$/);
      expect(opening.kind).toMatch(/^(unreachable|pending)$/);
      expect(await intruder.strays(check)).toBeGreaterThan(counted);
      expect(await intruder.trace()).toEqual(before);

      await county.startWorkers();
      for (const kind of kinds)
        if (kind === 'repaired') await repaired();
        else expect((await county.attempt({ ...consult, on: check, submission })).kind).toBe(kind);
      expect((await county.entries(check)).filter(({ act }) => act === consult.act)).toHaveLength(1);
      await quiet();
    },
  );

  /** As `npm run reconcile -- --repair` does it. */
  async function repaired(): Promise<void> {
    const { differences } = await findDifferences(county.client, county.dataSource, 300);
    await repair(county.client, county.dataSource, intruder.queues.cases, differences, () => undefined);
  }

  test('a case that was led astray looks at its rows when it is told to, and follows none that seem older than what it was told', async () => {
    const check = await propose(county);
    await quiet();
    await county.stopWorkers();
    const stop = await foreign(() => ({ version: 1, closed: false, stage: 'approved', effects: [] }));
    // One act of one person, sent twice: what was still on its way when the other worker went may be done by ours.
    const once = { ...consult, on: check, submission: randomUUID() };
    expect((await county.attempt({ ...once, patienceMs: 2_000 })).kind).not.toBe('done');
    await stop();
    await county.startWorkers();
    await wakeCase(county.client, check, intruder.queues.cases);
    await until(
      () => standingOfRun(county.client, check),
      (run) => typeof run === 'object' && run.stage === 'drafting',
    );
    expect(await county.attempt(once)).toMatchObject({ kind: 'done' });
  });
});

describe('a flood', () => {
  /** `TEST_FLOOD=2500` for the whole of it. */
  const size = Number(process.env.TEST_FLOOD ?? 200);
  const limitMs = 120_000 + size * 400;
  const atOnce = 10;

  async function flood(send: () => Promise<string>): Promise<Record<string, number>> {
    const told: Record<string, number> = {};
    for (let sent = 0; sent < size; sent += atOnce)
      for (const answer of await Promise.all(Array.from({ length: Math.min(atOnce, size - sent) }, send)))
        told[answer] = (told[answer] ?? 0) + 1;
    return told;
  }

  /** Does the lawful act, and says how long it took and what the runs hold. */
  async function expectActs(check: string, told: Record<string, number>): Promise<void> {
    const began = Date.now();
    expect(await county.attempt({ ...consult, on: check })).toMatchObject({ kind: 'done' });
    const ms = Date.now() - began;
    const runs: number[] = [];
    for await (const run of county.client.workflow.list({ query: `WorkflowId = "${check}"` }))
      runs.push(run.historyLength ?? 0);
    const now = (await county.client.workflow.getHandle(check).describe()).historyLength;
    if (process.env.TEST_FLOOD) console.log(JSON.stringify({ told, ms, runs, now }));
    expect(ms).toBeLessThan(5_000);
  }

  test(
    'of requests that are refused keeps no case from its next act',
    async () => {
      const check = await propose(county);
      await quiet();
      const gateway = county.gateway();
      // The same submission is not counted as another act: so many come past the limit of a minute.
      const refused = await asked(consult.act, check, { by: 'scjg-leader' });
      const told = await flood(async () => {
        const kept = await gateway.keepRequest(refused);
        return (await deliver(gateway, kept, Date.now() + 30_000)).kind;
      });
      expect(told).toEqual({ refused: size });
      expect(await county.entries(check)).toHaveLength(1);
      await expectActs(check, told);
    },
    limitMs,
  );

  test(
    'of updates that nobody signed keeps no case from its next act',
    async () => {
      const check = await propose(county);
      await quiet();
      const told = await flood(() => intruder.update(check, { key: randomUUID() }));
      expect(told['done'] ?? 0).toBe(0);
      expect(await intruder.strays(check)).toBeGreaterThan(size / 2);
      expect(await county.entries(check)).toHaveLength(1);
      await expectActs(check, told);
    },
    limitMs,
  );

  test(
    'of updates that say nothing keeps no case from its next act',
    async () => {
      const check = await propose(county);
      await quiet();
      const told = await flood(() => intruder.update(check, { act: 'jointCheck.consult' }));
      expect(told['done'] ?? 0).toBe(0);
      await expectActs(check, told);
    },
    limitMs,
  );
});
