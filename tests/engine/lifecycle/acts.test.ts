import { randomUUID } from 'node:crypto';
import type { CaseActivities } from '../../../activities/cases';
import type { ConsultationState } from '../../../domain/consultation/state';
import { standingOfRun } from '../../../engine/running-cases';
import { CountyEngine } from './county-engine';
import { propose, schemeFor, takeNumbersBefore } from './whole-check';
import { until } from './until';
import { checkNumber } from './check-number';

let county: CountyEngine;
/** Set by a test: judging an act then waits for it, as if the database were slow. */
let gate: Promise<void> | undefined;
/** Keys of requests whose judging waits for the gate. */
const held = new Set<string>();
/** Set by a test: the case then hears only after it that its act was recorded. */
let silence: Promise<void> | undefined;
const gated = (activities: CaseActivities): CaseActivities => ({
  ...activities,
  async judgeAct(asked) {
    if (gate) held.add(asked.key);
    await gate;
    const judged = await activities.judgeAct(asked);
    await silence;
    return judged;
  },
});

beforeAll(async () => {
  county = await CountyEngine.open({ wrap: gated });
});
afterAll(() => county?.close());

/** Row, entries and what the case's workflow itself says. */
async function standing(caseId: string) {
  const rows: { version: number; stage: string }[] = await county.dataSource.query(
    'SELECT version, stage FROM official_case WHERE id = $1',
    [caseId],
  );
  return {
    rows,
    entries: await county.entries(caseId),
    run: await standingOfRun(county.client, caseId),
  };
}

test('the same act posted fifty times at once happens once, and everybody gets its receipt', async () => {
  const check = await propose(county);
  const submission = randomUUID();
  const posts = Array.from({ length: 50 }, () =>
    county.attempt({ by: 'scjg-handler', act: 'jointCheck.consult', on: check, submission }),
  );
  const outcomes = await Promise.all(posts);
  expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['done']));
  expect((await county.entries(check)).filter((entry) => entry.act === 'jointCheck.consult')).toHaveLength(1);
  const rounds: unknown[] = await county.dataSource.query(
    `SELECT 1 FROM official_case WHERE kind = 'consultation' AND parent_id = $1`,
    [check],
  );
  expect(rounds).toHaveLength(1);
});

test('the same opening posted fifty times at once opens one case', async () => {
  const [submission, scheme] = [randomUUID(), await schemeFor(county)];
  const post = () => county.attempt({ by: 'scjg-handler', act: 'jointCheck.propose', input: { scheme }, submission });
  const outcomes = await Promise.all(Array.from({ length: 50 }, post));
  expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['done']));
  expect(await county.entries(`joint-check/${checkNumber(2)}`)).toHaveLength(1);
  expect(await county.entries(`joint-check/${checkNumber(3)}`)).toEqual([]);
});

describe('a refusal reaches the caller as what it is and changes nothing:', () => {
  let check: string;
  beforeAll(async () => {
    check = await propose(county);
    await until(
      () => standingOfRun(county.client, check),
      (run) => typeof run === 'object',
    );
  });

  test.each([
    [
      'stage',
      { by: 'office-handler', act: 'jointCheck.proposeDecision', input: { outcome: 'reject', reason: '理由不足' } },
      { kind: 'refused', code: 'WRONG_STAGE' },
    ],
    [
      'capacity',
      { by: 'scjg-leader', act: 'jointCheck.consult', input: {} },
      { kind: 'refused', code: 'NOT_ENTITLED' },
    ],
    ['unit', { by: 'sthj-handler', act: 'jointCheck.consult', input: {} }, { kind: 'refused', code: 'NOT_ENTITLED' }],
    ['schema', { by: 'scjg-handler', act: 'jointCheck.consult', input: { workingDays: 0 } }, { kind: 'invalid' }],
    [
      'rule seen from the state',
      { by: 'scjg-handler', act: 'jointCheck.submit', input: {} },
      { kind: 'refused', code: 'NOT_ALL_CONSULTED' },
    ],
    [
      'an act that is not there',
      { by: 'scjg-handler', act: 'jointCheck.abolish', input: {} },
      { kind: 'refused', code: 'ACT_UNKNOWN' },
    ],
  ])('by %s', async (_what, act, expected) => {
    const before = await standing(check);
    expect(await county.attempt({ ...act, on: check })).toMatchObject(expected);
    expect(await standing(check)).toEqual(before);
  });

  test('by rule, after facts were asked', async () => {
    const before = await standing(check);
    const scheme = await schemeFor(county);
    const [task, ...others] = scheme['tasks'] as { items: string[] }[];
    const changed = { ...scheme, tasks: [{ ...task, items: ['SCJG-NONE'] }, ...others] };
    const outcome = await county.attempt({
      by: 'scjg-handler',
      act: 'jointCheck.revise',
      on: check,
      input: { scheme: changed, version: 1, reason: '改用别的事项' },
    });
    expect(outcome).toMatchObject({ kind: 'refused', code: 'ITEM_NOT_IN_FORCE' });
    expect(await standing(check)).toEqual(before);
  });

  test('beside the data, where the account was closed a moment ago', async () => {
    const before = await standing(check);
    await county.dataSource.query(`UPDATE account SET active = false WHERE username = 'scjg-handler'`);
    const outcome = await county.attempt({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });
    await county.dataSource.query(`UPDATE account SET active = true WHERE username = 'scjg-handler'`);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'ACCOUNT_NOT_ENTITLED' });
    expect(await standing(check)).toEqual(before);
  });

  test('of a case that does not exist, or is over', async () => {
    expect(
      await county.attempt({ by: 'scjg-handler', act: 'jointCheck.consult', on: `joint-check/${checkNumber(9999)}` }),
    ).toMatchObject({ kind: 'refused', code: 'CASE_UNKNOWN' });
    const over = await propose(county);
    await county.act({ by: 'scjg-leader', act: 'jointCheck.withdraw', on: over, input: { reason: '与年度计划重复' } });
    await until(
      () => county.client.workflow.getHandle(over).describe(),
      (run) => run.status.name === 'COMPLETED',
    );
    expect(await county.attempt({ by: 'scjg-handler', act: 'jointCheck.consult', on: over })).toMatchObject({
      kind: 'refused',
      code: 'CASE_CLOSED',
    });
  });
});

test('a refused opening leaves no case behind and uses up no number', async () => {
  await takeNumbersBefore(county, checkNumber(50));
  const past = await schemeFor(county, { windowFrom: '2020-01-01', windowTo: '2020-02-01' });
  const refused = await county.attempt({ by: 'scjg-handler', act: 'jointCheck.propose', input: { scheme: past } });
  expect(refused).toMatchObject({ kind: 'refused', code: 'WINDOW_PAST' });

  const input = { scheme: await schemeFor(county) };
  const on = `joint-check/${checkNumber(50)}`;
  const receipt = await county.act({ by: 'scjg-handler', act: 'jointCheck.propose', input });
  expect(receipt).toMatchObject({ caseId: on, number: checkNumber(50), stage: 'drafting' });
  const again = await county.attempt({ by: 'scjg-handler', act: 'jointCheck.propose', on, input });
  expect(again).toMatchObject({ kind: 'refused', code: 'ALREADY_OPEN' });
  const nowhere = `joint-check/${checkNumber(99)}`;
  const chosen = await county.attempt({ by: 'scjg-handler', act: 'jointCheck.propose', on: nowhere, input });
  expect(chosen).toMatchObject({ kind: 'refused', code: 'CASE_UNKNOWN' });
});

test('a refused attempt is kept with person, act and code, and reaches no engine', async () => {
  const check = await propose(county);
  await until(
    () => standingOfRun(county.client, check),
    (run) => typeof run === 'object',
  );
  const before = await county.client.workflow.getHandle(check).describe();
  await county.attempt({ by: 'scjg-leader', act: 'jointCheck.consult', on: check });
  const { account } = await county.actor('scjg-leader');
  expect(
    await county.dataSource.query('SELECT act, account, code FROM act_attempt WHERE case_id = $1', [check]),
  ).toEqual([{ act: 'jointCheck.consult', account, code: 'NOT_ENTITLED' }]);
  expect((await county.client.workflow.getHandle(check).describe()).historyLength).toBe(before.historyLength);
});

test('the same submission with other words is refused, not taken for the act that was done', async () => {
  const check = await propose(county);
  const act = { by: 'scjg-leader', act: 'jointCheck.withdraw', on: check, submission: randomUUID() };
  await county.act({ ...act, input: { reason: '改在下季度实施' } });
  expect(await county.attempt({ ...act, input: { reason: '改在下季度实施' } })).toMatchObject({ kind: 'done' });
  expect(await county.attempt({ ...act, input: { reason: '另有理由' } })).toMatchObject({ code: 'KEY_USED_OTHERWISE' });
});

test('an act that nobody takes is unreachable, and happens once under the same submission when a worker is back', async () => {
  const check = await propose(county);
  const act = { by: 'scjg-handler', act: 'jointCheck.consult', on: check, submission: randomUUID() };
  await county.stopWorkers();
  expect(await county.attempt({ ...act, patienceMs: 1_000 })).toEqual({ kind: 'unreachable' });
  expect((await county.entries(check)).map((entry) => entry.act)).toEqual(['jointCheck.propose']);

  await county.startWorkers();
  expect(await county.act(act)).toMatchObject({ caseId: check });
  expect((await county.entries(check)).filter((entry) => entry.submission === act.submission)).toHaveLength(1);
});

test('an act in flight while its worker stops is pending, and gives its receipt under the same submission afterwards', async () => {
  const check = await propose(county);
  const act = { by: 'scjg-handler', act: 'jointCheck.consult', on: check, submission: randomUUID() };
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => (open = resolve));
  expect(await county.attempt({ ...act, patienceMs: 2_000 })).toMatchObject({ kind: 'pending' });
  expect((await county.entries(check)).map((entry) => entry.act)).toEqual(['jointCheck.propose']);

  const stopped = county.stopWorkers();
  open();
  gate = undefined;
  await stopped;
  await county.startWorkers();
  const receipt = await county.act(act);
  expect(receipt).toMatchObject({ caseId: check });
  expect(await county.act(act)).toMatchObject({ caseId: check, at: receipt.at });
  expect((await county.entries(check)).filter((entry) => entry.submission === act.submission)).toHaveLength(1);
});

test('what people see is what counts: an act that another one made legal is done, although the case has not heard of that one yet', async () => {
  const check = await propose(county);
  await county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });
  const round = `consultation/${check.slice('joint-check/'.length)}-Z1`;
  await until(
    () => county.attempt({ by: 'wjw-liaison', act: 'consultation.handOn', on: round }),
    (outcome) => outcome.kind === 'done',
  );
  let hear: () => void = () => undefined;
  silence = new Promise((resolve) => (hear = resolve));
  const drafted = county.attempt({
    by: 'wjw-handler',
    act: 'consultation.draftAnswer',
    on: round,
    input: { verdict: 'agree' },
  });
  await until(
    () => county.state<ConsultationState>(round),
    (state) => state?.letters['WJW']?.draft !== undefined,
  );

  const sent = county.attempt({ by: 'wjw-leader', act: 'consultation.sendAnswer', on: round });
  const returned = county.attempt({
    by: 'wjw-leader',
    act: 'consultation.returnDraft',
    on: round,
    input: { reason: '请补充理由' },
  });
  const unreadable = county.attempt({
    by: 'wjw-leader',
    act: 'consultation.sendAnswer',
    on: round,
    input: { verdict: 'perhaps' },
  });
  expect(await unreadable).toMatchObject({ kind: 'invalid' });
  silence = undefined;
  hear();
  expect(await drafted).toMatchObject({ kind: 'done' });
  const kinds = [await sent, await returned].map((outcome) => outcome.kind).sort();
  expect(kinds).toEqual(['done', 'refused']);
});

/** Waits until what was sent under a submission is with the judge, so that whatever is sent from then on comes after it. */
async function judgingWaits(submission: string): Promise<void> {
  await until(
    () => county.dataSource.query<{ key: string }[]>('SELECT key FROM act_request WHERE submission = $1', [submission]),
    (requests) => requests.some(({ key }) => held.has(key)),
  );
}

/** Two revisions of the same version of a scheme: each is lawful when it is sent, one of them when it is judged. */
async function revising(check: string) {
  const scheme = await schemeFor(county);
  return (version: number, submission: string) => ({
    by: 'scjg-handler',
    act: 'jointCheck.revise',
    on: check,
    submission,
    input: { scheme, version, reason: '范围过宽' },
  });
}

test('who was refused after another act is judged anew under the same submission, because the case has gone on since', async () => {
  const check = await propose(county);
  const revise = await revising(check);
  const [first, late] = [randomUUID(), randomUUID()];
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => (open = resolve));
  const done = county.attempt(revise(1, first));
  await judgingWaits(first);
  const early = county.attempt(revise(1, late));
  expect(await county.attempt({ ...revise(1, late), patienceMs: 2_000 })).toMatchObject({ kind: 'pending' });
  gate = undefined;
  open();
  expect(await done).toMatchObject({ kind: 'done' });
  expect(await early).toMatchObject({ kind: 'refused', code: 'STALE_VERSION' });

  expect(await county.act(revise(2, late))).toMatchObject({ stage: 'drafting' });
  expect(await county.act(revise(2, late))).toMatchObject({ stage: 'drafting' });
  expect((await county.entries(check)).filter((entry) => entry.submission === late)).toHaveLength(1);
});

test('an act that is sent anew after a refusal is at work until it is done, not refused as before', async () => {
  const check = await propose(county);
  const [revise, submission] = [await revising(check), randomUUID()];
  expect(await county.attempt(revise(7, submission))).toMatchObject({ kind: 'refused', code: 'STALE_VERSION' });

  let open: () => void = () => undefined;
  gate = new Promise((resolve) => (open = resolve));
  let key = '';
  try {
    const sent = await county.attempt({ ...revise(1, submission), patienceMs: 2_000 });
    expect(sent).toEqual({ kind: 'pending', key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
    ({ key } = sent as { key: string });
    expect(await county.outcome({ caseId: check, key })).toEqual({ kind: 'pending', key });
  } finally {
    gate = undefined;
    open();
  }
  await until(
    () => county.outcome({ caseId: check, key }),
    (outcome) => outcome.kind === 'done',
  );
  expect((await county.entries(check)).filter((entry) => entry.submission === submission)).toHaveLength(1);
});
