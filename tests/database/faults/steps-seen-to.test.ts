import { randomUUID } from 'node:crypto';
import { stepActs } from '../../../bin/compose/step-acts';
import type { Actor } from '../../../domain/actor';
import { CaseSilentError } from '../../../engine/tell-case';
import { countFault, settleFault } from '../../../services/cases/faults';
import { findEffect, settleEffect } from '../../../services/cases/effects';
import { findOutcome, keepOutcome } from '../../../services/cases/outcomes';
import { strayCounter, type CountedStray } from '../../../services/cases/stray-counter';
import { archiveHistory, siftRuns } from '../../../services/cases/archive-history';
import { archivedHistories } from '../../../services/queries/cases/archived-histories';
import { countStray, flushStrays } from '../../../services/cases/strays';
import { caseMishaps } from '../../../services/queries/faults/case-mishaps';
import { parkedFor } from '../../../services/queries/faults/parked-for';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { parkedSteps, type ParkedStep } from '../../../services/queries/faults/parked-steps';
import { strays } from '../../../services/queries/faults/strays';
import { actorOf, refusal } from '../registers/at-the-desk';
import { openCounty, type OpenCounty } from '../registers/open-county';

const caseId = 'joint-check/320723-2026-L0001';
let county: OpenCounty;
let administrator: Actor;
const reached: string[] = [];
let silent = false;

beforeAll(async () => {
  county = await openCounty({ objects: 40, inspectors: 30 });
  administrator = await actorOf(county, 'system-admin');
  await query(
    `INSERT INTO official_case (id, stage, closed, departments, readers, stage_since, state, kind, number, title, lead_department, opened_at, version)
     VALUES ($1, 'drafting', false, '{SCJG}', '{SCJG}', now(), '{}', 'joint-check', '320723-2026-L0001', '抽查', 'SCJG', now(), 1)`,
    [caseId],
  );
});
beforeEach(async () => {
  await query('TRUNCATE step_fault, case_effect, act_outcome, act_attempt, stray_request');
  reached.splice(0);
  silent = false;
});
afterAll(() => county.close());

const query = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  county.dataSource.query(text, values) as Promise<T[]>;
const steps = () =>
  stepActs(county.dataSource, async ({ key }) => {
    if (silent) throw new CaseSilentError(caseId);
    reached.push(key);
    await Promise.resolve();
  });

/** A parked fault, and what names it in an act of the administrator. */
async function park(key: string, more: { step?: string; account?: string; department?: string } = {}) {
  const { step = 'jointCheck.consult', account = 'system', department = 'SCJG' } = more;
  await countFault(county.dataSource, { caseId, key, step, account, department }, 'a rule fails', 1);
  const [row] = await query<{ id: string }>('SELECT id FROM step_fault WHERE key = $1', [key]);
  return () => ({ faultId: row?.id ?? '', submission: randomUUID(), actor: administrator, at: new Date() });
}

async function parkEffect() {
  const [row] = await query<{ id: string }>(
    `INSERT INTO case_effect (key, case_id, act_id, kind, effect, created_at) VALUES ($1, $2, 1, 'tellCase', '{"kind":"tellCase"}', now()) RETURNING id`,
    [randomUUID(), caseId],
  );
  const id = row?.id ?? '';
  await settleEffect(county.dataSource, id, 'parked');
  return { id, act: await park(`carry/${id}`, { step: 'tellCase' }) };
}

const isParked = async (key: string) =>
  (await query('SELECT 1 FROM step_fault WHERE key = $1 AND parked_at IS NOT NULL AND settled_at IS NULL', [key]))
    .length === 1;
const stateOf = async (id: string) => (await findEffect(county.dataSource, caseId, id))?.state;
const entries = () =>
  query<{ act: string; account: string }>(`SELECT act, account FROM acts WHERE subject_kind = 'step' ORDER BY id`);

test('an effect is opened again and its case woken, once for one submission, with an entry in the administrator’s name', async () => {
  const { id, act } = await parkEffect();
  const before = (await entries()).length;
  const command = act();
  await steps().retry(command);
  await steps().retry(command);
  expect(await stateOf(id)).toBe('open');
  expect(await isParked(`carry/${id}`)).toBe(false);
  expect(reached).toEqual([`carry/${id}`]);
  expect((await entries()).slice(before)).toEqual([{ act: 'step.retry', account: administrator.account }]);
  await expect(steps().retry(act())).rejects.toThrow(refusal('STEP_NOT_PARKED'));
});

test('a case that cannot be reached leaves its step parked, and a later try goes', async () => {
  const { id, act } = await parkEffect();
  silent = true;
  const command = act();
  await expect(steps().retry(command)).rejects.toThrow(refusal('ENGINE_UNREACHABLE'));
  expect([await stateOf(id), await isParked(`carry/${id}`)]).toEqual(['parked', true]);
  silent = false;
  await expect(steps().retry(command)).rejects.toThrow(refusal('STALE_VERSION'));
  await steps().retry(act());
  expect([await stateOf(id), reached.length]).toEqual(['open', 1]);
});

test('what a case was told is told again, and its answer of then no longer counts', async () => {
  const key = 'effect/77';
  const act = await park(key);
  const parked = { kind: 'parked', code: 'STEP_PARKED' } as const;
  await keepOutcome(county.dataSource, caseId, key, parked);
  silent = true;
  await expect(steps().retry(act())).rejects.toThrow(refusal('ENGINE_UNREACHABLE'));
  expect(await findOutcome(county.dataSource, caseId, key)).toEqual(parked);
  expect(await isParked(key)).toBe(true);
  silent = false;
  await steps().retry(act());
  expect(await findOutcome(county.dataSource, caseId, key)).toBeUndefined();
  expect(reached).toEqual([key]);
});

test('a person’s request is only marked as seen to, a row older than its run neither, and nobody else does it', async () => {
  const key = randomUUID();
  const [request, version, clock] = [await park(key), await park('version'), await park('clock')];
  await expect(steps().retry(request())).rejects.toThrow(refusal('STEP_OTHERWISE'));
  for (const act of ['retry', 'settle'] as const)
    await expect(steps()[act](version())).rejects.toThrow(refusal('STEP_OTHERWISE'));
  await expect(steps().settle(clock())).rejects.toThrow(refusal('STEP_OTHERWISE'));
  for (const faultId of ['0', 'x', '9'.repeat(30)])
    await expect(steps().retry({ ...request(), faultId })).rejects.toThrow(refusal('STEP_UNKNOWN'));
  for (const username of ['security-admin', 'audit-admin', 'supervisor', 'scjg-leader', 'office-director']) {
    const actor = await actorOf(county, username);
    await expect(steps().settle({ ...request(), actor })).rejects.toThrow(refusal('NOT_ENTITLED'));
    await expect(steps().noteStrays({ ...request(), actor, until: new Date() })).rejects.toThrow(
      refusal('NOT_ENTITLED'),
    );
  }
  await expect(steps().settle({ ...request(), actor: { ...administrator, account: randomUUID() } })).rejects.toThrow(
    refusal('ACCOUNT_NOT_ENTITLED'),
  );
  await steps().settle(request());
  expect(await isParked(key)).toBe(false);
  expect(reached).toEqual([]);
});

test('the person, the unit’s leader and nobody else read of a parked request; the person also when it is mended', async () => {
  const [account, leader, stranger, administrators] = await Promise.all(
    ['scjg-handler', 'scjg-leader', 'wjw-leader', 'system-admin'].map(async (username) => {
      const { account: id, capacity, department } = await actorOf(county, username);
      return { account: id, capacities: [capacity], department };
    }),
  );
  if (!account || !leader || !stranger || !administrators) throw new Error('no accounts');
  const key = randomUUID();
  const act = await park(key, { account: account.account });
  const read = (reader: typeof account) => parkedFor(county.dataSource, reader);
  const task = { caseId, key, step: 'jointCheck.consult', title: '抽查', parked: true };
  expect(await read(account)).toEqual([expect.objectContaining(task)]);
  expect(await read(leader)).toEqual([expect.objectContaining(task)]);
  expect(await read(stranger)).toEqual([]);
  const parked = (reader: typeof account) =>
    stretchOf<ParkedStep & Placed>(county.dataSource, parkedSteps(reader), { size: 50 });
  expect((await parked(leader)).total).toBe(0);
  expect(await parked(administrators)).toMatchObject({
    total: 1,
    rows: [{ key, tries: 1, message: 'a rule fails' }],
  });

  await steps().settle(act());
  expect(await read(account)).toEqual([expect.objectContaining({ ...task, parked: false })]);
  expect(await read(leader)).toEqual([]);
  await query(
    `INSERT INTO acts (act, subject_kind, subject_id, submission, account, capacity, department, at, entry, salt, leaf_hash)
     VALUES ('jointCheck.consult', 'joint-check', $1, $2, $3, 'departmentHandler', 'SCJG', now() + interval '1 second', '', '', '')`,
    [caseId, randomUUID(), account.account],
  );
  expect(await read(account)).toEqual([]);
});

test('what was done after all is no task of anybody', async () => {
  const { account, department } = await actorOf(county, 'scjg-handler');
  const key = randomUUID();
  await park(key, { account });
  await settleFault(county.dataSource, caseId, key, 'system');
  expect(await parkedFor(county.dataSource, { account, department, capacities: ['departmentHandler'] })).toEqual([]);
});

test('what came past the web is read by administrator and supervisor, and is seen until more of it comes', async () => {
  const today =
    (await query<{ day: string }>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`))[0]?.day ?? '';
  await countStray(county.dataSource, caseId, 'SOURCE_UNKNOWN');
  await query(
    `INSERT INTO stray_request (day, place, count, reason, first_at, last_at) VALUES ($1::date - 8, 'old', 1, 'SOURCE_UNKNOWN', now() - interval '8 days', now() - interval '8 days')`,
    [today],
  );
  const read = async (...capacities: string[]) =>
    (await strays(county.dataSource, { department: 'OFFICE', capacities }, today)).rows;
  const found = { day: today, place: caseId, count: 1, reason: 'SOURCE_UNKNOWN', seen: false };
  expect(await read('systemAdministrator')).toEqual([expect.objectContaining(found)]);
  expect(await read('supervisor')).toEqual([expect.objectContaining(found)]);
  expect(await read('officeDirector', 'departmentLeader')).toEqual([]);
  const note = { actor: administrator, at: new Date(), submission: randomUUID() };
  await steps().noteStrays({ ...note, until: new Date(0) });
  expect(await read('supervisor')).toMatchObject([{ seen: false }]);
  await steps().noteStrays({ ...note, submission: randomUUID(), until: new Date(Date.now() + 1_000) });
  expect(await read('supervisor')).toMatchObject([{ seen: true }]);
  await query(`UPDATE stray_request SET last_at = now() + interval '1 minute' WHERE place = $1`, [caseId]);
  expect(await read('supervisor')).toMatchObject([{ seen: false }]);
});

test('a flood of made-up places is counted whole in a bounded number of rows, and hides no case of ours', async () => {
  const madeUp = Array.from({ length: 700 }, (_, nth) => `joint-check/made-up-${nth}`);
  for (const place of [...madeUp.slice(0, 650), caseId, ...madeUp.slice(650), caseId])
    await countStray(county.dataSource, place, 'CASE_UNKNOWN');
  await flushStrays(county.dataSource);
  const rows = await query<{ place: string; count: number; reason: string }>(
    'SELECT place, count, reason FROM stray_request',
  );
  expect(rows).toHaveLength(501);
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(702);
  expect(rows).toContainEqual({ place: caseId, count: 2, reason: 'CASE_UNKNOWN' });
  expect(rows).toContainEqual({ place: '*', count: 201, reason: 'PLACES_FULL' });
});

test('however much comes, it is written a bounded number of times in a second, and what could not be written is not lost', async () => {
  const written: CountedStray[] = [];
  let [writes, now, away] = [0, 0, false];
  const counter = strayCounter(
    async (strays) => {
      if (away) throw new Error('away');
      writes += 1;
      written.push(...strays);
      await Promise.resolve();
    },
    () => now,
  );
  for (let nth = 0; nth < 5_000; nth += 1) await counter.count(`place-${nth % 1_000}`, 'CASE_UNKNOWN');
  away = true;
  await expect(counter.flush()).rejects.toThrow('away');
  away = false;
  await counter.flush();
  expect(writes).toBe(21);
  expect(written.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
  now += 1_000;
  await counter.count('place', 'CASE_UNKNOWN');
  expect(writes).toBe(22);
});

describe('histories of runs', () => {
  const closed = (nth: number, workflowId = caseId, startedAt = new Date()) => ({
    workflowId,
    runId: `run-${nth}`,
    startedAt,
  });
  const many = (count: number, from = 0, workflowId?: string) =>
    Array.from({ length: count }, (_, nth) => closed(from + nth, workflowId && `${workflowId}${nth}`));
  /** As the archive loop does: what is to be kept is kept. */
  async function keep(runs: ReturnType<typeof closed>[]) {
    const sifted = await siftRuns(county.dataSource, runs);
    const ids = new Map(runs.map(({ runId, workflowId }) => [runId, workflowId]));
    for (const { runId, stray } of sifted.keep)
      await archiveHistory(county.dataSource, {
        workflowId: ids.get(runId) ?? '',
        runId,
        events: 1,
        json: runId,
        stray,
      });
    return { kept: sifted.keep.length, left: sifted.leave.length };
  }
  beforeEach(() => query('TRUNCATE run_history'));

  test('are kept once, and read whole, newest first, however many there are', async () => {
    expect(await keep(many(57))).toEqual({ kept: 57, left: 0 });
    expect(await keep(many(60))).toEqual({ kept: 3, left: 0 });
    const read: string[] = [];
    for await (const { json } of archivedHistories(county.dataSource, caseId)) read.push(json);
    expect(new Set(read).size).toBe(60);
    const order = await query<{ id: string }>(
      'SELECT run_id AS id FROM run_history ORDER BY archived_at DESC, run_id DESC',
    );
    expect(read).toEqual(order.map(({ id }) => id));
  });

  test('of one case are so many a day, and of another as many', async () => {
    expect(await keep(many(180))).toEqual({ kept: 180, left: 0 });
    expect(await keep(many(100, 180))).toEqual({ kept: 20, left: 80 });
    expect(await keep(many(3, 280))).toEqual({ kept: 0, left: 3 });
    await query(`UPDATE run_history SET archived_at = archived_at - interval '25 hours'`);
    expect(await keep(many(3, 280))).toEqual({ kept: 3, left: 0 });
  });

  test('begun under ids of no case, or after a case was closed, share one number: a flood of starts fills no disk', async () => {
    const ended = 'joint-check/320723-2026-L0077';
    await query(
      `INSERT INTO official_case (id, stage, closed, departments, readers, stage_since, state, kind, number, title, lead_department, opened_at, version)
       VALUES ($1, 'withdrawn', true, '{SCJG}', '{SCJG}', now() - interval '1 hour', '{}', 'joint-check', '320723-2026-L0077', '抽查', 'SCJG', now(), 1)`,
      [ended],
    );
    expect(await keep(many(450, 0, 'joint-check/nowhere-'))).toEqual({ kept: 450, left: 0 });
    const late = Array.from({ length: 200 }, (_, nth) => closed(1_000 + nth, ended));
    expect(await keep(late)).toEqual({ kept: 50, left: 150 });
    expect(await keep(many(90, 2_000, 'visit/nowhere-'))).toEqual({ kept: 0, left: 90 });
    // What the case itself did before it was closed, and what another does meanwhile, is kept beside all that.
    expect(await keep([closed(5_000, ended, new Date(Date.now() - 7_200_000)), ...many(5, 6_000)])).toEqual({
      kept: 6,
      left: 0,
    });
    await query('DELETE FROM official_case WHERE id = $1', [ended]);
  });
});

test('a case’s mishaps are told in their order: refused attempts, parked steps, and who saw to them', async () => {
  const { account, department } = await actorOf(county, 'scjg-handler');
  await query(
    `INSERT INTO act_attempt (case_id, act, account, capacity, department, code, at) VALUES ($1, 'jointCheck.submit', $2, 'departmentHandler', $3, 'ROUND_OPEN', now() - interval '1 hour')`,
    [caseId, account, department],
  );
  await query(`DELETE FROM acts WHERE subject_kind = 'step'`);
  const key = randomUUID();
  const act = await park(key, { account });
  await steps().settle({ ...act(), at: new Date(Date.now() + 1_000) });
  expect(await caseMishaps(county.dataSource, caseId)).toMatchObject([
    { kind: 'step.settle', step: 'jointCheck.consult', capacity: 'systemAdministrator' },
    { kind: 'parked', step: 'jointCheck.consult', tries: 1 },
    { kind: 'refused', step: 'jointCheck.submit', code: 'ROUND_OPEN', capacity: 'departmentHandler' },
  ]);
  expect(await caseMishaps(county.dataSource, 'joint-check/other')).toEqual([]);
});
