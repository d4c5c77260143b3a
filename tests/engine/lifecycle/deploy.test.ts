import { z } from 'zod';
import { findDifferences } from '../../../bin/compose/differences';
import { isRefused, refuse, type Act, type Decided } from '../../../domain/act';
import { processes, rules, rulesOf } from '../../../domain/processes';
import type { CaseKind, CaseState, Process } from '../../../domain/process';
import type { VisitState } from '../../../domain/visit/state';
import { CountyEngine, type PersonsAct } from './county-engine';
import { until } from './until';
import { approve, dayIn, draw, enter, propose, visit } from './whole-check';

let county: CountyEngine;
beforeAll(async () => {
  // No case is kept in memory: whatever a run does next, it does after a replay.
  county = await CountyEngine.open({ maxCachedWorkflows: 0 });
});
afterAll(() => county?.close());

type Change = (process: Process) => Process;

/** The house with changed processes, as a new version of the program would have it. */
function changedHouse(changes: Partial<Record<CaseKind, Change[]>>) {
  const kinds = Object.entries(processes).map(([kind, process]) => [
    kind,
    (changes[kind as CaseKind] ?? []).reduce<Process>((changed, change) => change(changed), process as Process),
  ]);
  return rulesOf(Object.fromEntries(kinds) as typeof processes);
}

const withAct =
  (name: string, change: (act: Act) => Partial<Act>): Change =>
  (process) => ({
    ...process,
    acts: process.acts.map((act) => (act.name === name ? { ...act, ...change(act) } : act)),
  });
const refusing = (name: string, code: Parameters<typeof refuse>[0]) =>
  withAct(name, () => ({ decide: () => refuse(code as 'STALE_VERSION', { current: 0 }) }));
const decidingOtherwise = (name: string, otherwise: (decided: Decided<CaseState>) => Partial<Decided<CaseState>>) =>
  withAct(name, (act) => ({
    decide: (...given) => {
      const outcome = act.decide(...given);
      return isRefused(outcome) ? outcome : { ...outcome, ...otherwise(outcome) };
    },
  }));
const without = (name: string, kind: string) =>
  decidingOtherwise(name, ({ effects }) => ({ effects: effects?.filter((effect) => effect.kind !== kind) }));
const asking = (name: string) => withAct(name, (act) => ({ input: act.input.extend({ remark: z.string() }) }));
const lacking =
  (name: string): Change =>
  (process) => ({ ...process, acts: process.acts.filter((act) => act.name !== name) });
const waitingUntil =
  (due: string): Change =>
  (process) => ({ ...process, waiting: (state) => process.waiting(state).map((wait) => ({ ...wait, due })) });

/** Seventeen changes of one line each: three of each sort, and two that yield another state. */
const newVersion = () =>
  changedHouse({
    'joint-check': [
      refusing('jointCheck.revise', 'STALE_VERSION'),
      without('jointCheck.consult', 'issueDocument'),
      lacking('jointCheck.withdraw'),
    ],
    consultation: [
      without('consultation.sendAnswer', 'issueDocument'),
      waitingUntil('2098-01-01'),
      asking('consultation.handOn'),
      decidingOtherwise('consultation.draftAnswer', ({ next }) => ({ next: { ...next, newer: true } as CaseState })),
    ],
    visit: [
      refusing('visit.setDate', 'STALE_VERSION'),
      without('visit.reviewResult', 'openCase'),
      waitingUntil('2099-01-01'),
      asking('visit.issueNotice'),
      lacking('visit.askOtherDate'),
      decidingOtherwise('visit.confirmResult', ({ next }) => ({ next: { ...next, newer: true } as CaseState })),
    ],
    referral: [
      refusing('referral.amend', 'STALE_VERSION'),
      waitingUntil('2097-01-01'),
      asking('referral.dispatch'),
      lacking('referral.giveUp'),
    ],
  });

interface Row {
  id: string;
  stage: string;
  version: number;
  state: unknown;
}
const rows = () => county.dataSource.query<Row[]>('SELECT id, stage, version, state FROM official_case ORDER BY id');
const agreeing = () =>
  until(
    () => findDifferences(county.client, county.dataSource, 200),
    ({ differences }) => differences.length === 0,
  );
const numberOf = (caseId: string) => caseId.slice(caseId.indexOf('/') + 1);

/** A county in the middle of its work: drafted checks, a round that is open, visits in every state, referrals that are drafted. */
async function countyAtWork() {
  const [drafted, kept, consulting] = [await propose(county), await propose(county), await propose(county)];
  await county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: consulting });
  const round = `consultation/${numberOf(consulting)}-Z1`;
  const draft = { by: 'wjw-handler', act: 'consultation.draftAnswer', on: round, input: { verdict: 'agree' } };
  await county.act(draft);
  const check = await approve(county, undefined, { strata: [{ scale: 'general', grade: 'C', count: 5 }] });
  const [done = '', scheduled = '', undated = '', confirmed = '', entered = ''] = await draw(county, numberOf(check));
  await visit(county, done);
  for (const id of [scheduled, confirmed, entered])
    await county.act({ by: 'scjg-handler', act: 'visit.setDate', on: id, input: { date: dayIn(0) } });
  const officers: Record<string, string[]> = {};
  for (const id of [confirmed, entered]) {
    await county.act({ by: 'scjg-handler', act: 'visit.issueNotice', on: id });
    const drawn = (await county.state<VisitState>(id))?.results['SCJG']?.officers ?? [];
    officers[id] = await Promise.all(drawn.map((officer) => county.officer(officer)));
    await enter(county, id, 'SCJG', officers[id][0] ?? '');
  }
  const second = { act: 'visit.confirmResult', input: { version: 1 } };
  await county.act({ ...second, by: officers[confirmed]?.[1] ?? '', on: confirmed });
  const referrals: { id: string }[] = await county.dataSource.query(
    `SELECT id FROM referral WHERE visit_id = $1 ORDER BY id`,
    [done],
  );
  const [amended = '', untouched = ''] = referrals.map(({ id }) => id);
  const facts = {
    facts: '年报公示信息与账簿不符。',
    legalBasis: '《企业信息公示暂行条例》第十八条',
    catalogueCode: '99000000000001',
  };
  await county.act({ by: 'scjg-handler', act: 'referral.amend', on: amended, input: facts });
  return {
    drafted,
    kept,
    round,
    scheduled,
    undated,
    confirmed,
    entered,
    amended,
    untouched,
    facts,
    confirm: { ...second, by: officers[entered]?.[1] ?? '' },
  };
}

test('a county is stopped and started on seventeen changed rules: no case is frozen, nothing changes that nobody did, and each rule holds from the next act on', async () => {
  const { drafted, kept, round, scheduled, undated, confirmed, entered, amended, untouched, facts, confirm } =
    await countyAtWork();
  await agreeing();
  const before = await rows();
  await county.stopWorkers();
  county.changeRules(newVersion());
  await county.startWorkers();
  await agreeing();
  expect(await rows()).toEqual(before);

  const date = { date: dayIn(0) };
  const refused: [PersonsAct, object][] = [
    [
      {
        by: 'scjg-handler',
        act: 'jointCheck.revise',
        on: kept,
        input: { scheme: schemeIn(before, kept), version: 1, reason: '范围过宽' },
      },
      { code: 'STALE_VERSION' },
    ],
    [{ by: 'scjg-handler', act: 'visit.setDate', on: undated, input: date }, { code: 'STALE_VERSION' }],
    [{ by: 'scjg-handler', act: 'referral.amend', on: untouched, input: facts }, { code: 'STALE_VERSION' }],
    [{ by: 'scjg-handler', act: 'visit.issueNotice', on: scheduled }, { kind: 'invalid' }],
    [{ by: 'yjj-liaison', act: 'consultation.handOn', on: round }, { kind: 'invalid' }],
    [{ by: 'scjg-leader', act: 'referral.dispatch', on: amended }, { kind: 'invalid' }],
    [
      { by: 'scjg-leader', act: 'jointCheck.withdraw', on: kept, input: { reason: '改期实施' } },
      { code: 'ACT_UNKNOWN' },
    ],
    [
      { by: 'wjw-handler', act: 'visit.askOtherDate', on: scheduled, input: { wanted: dayIn(3), reason: '当日有会' } },
      { code: 'ACT_UNKNOWN' },
    ],
    [
      { by: 'scjg-leader', act: 'referral.giveUp', on: untouched, input: { reason: '不再移送' } },
      { code: 'ACT_UNKNOWN' },
    ],
  ];
  for (const [act, expected] of refused)
    expect([act.act, await county.attempt(act)]).toMatchObject([act.act, expected]);
  expect(await rows()).toEqual(before);

  const remark = '通知已送达';
  const done: PersonsAct[] = [
    { by: 'scjg-handler', act: 'jointCheck.consult', on: drafted },
    { by: 'wjw-leader', act: 'consultation.sendAnswer', on: round },
    { by: 'yjj-handler', act: 'consultation.draftAnswer', on: round, input: { verdict: 'agree' } },
    { by: 'scjg-leader', act: 'visit.reviewResult', on: confirmed, input: { verdict: 'pass', version: 1 } },
    { ...confirm, on: entered },
    { by: 'scjg-handler', act: 'visit.issueNotice', on: scheduled, input: { remark } },
    { by: 'scjg-leader', act: 'referral.dispatch', on: amended, input: { remark } },
  ];
  for (const act of done) expect([act.act, await county.attempt(act)]).toMatchObject([act.act, { kind: 'done' }]);

  const papers = (kind: string, caseId: string) =>
    county.dataSource.query<unknown[]>('SELECT 1 FROM document WHERE kind = $1 AND case_id = $2', [kind, caseId]);
  expect(await papers('consultation-letter', `consultation/${numberOf(drafted)}-Z1`)).toEqual([]);
  expect(await papers('consultation-reply', round)).toEqual([]);
  expect(await county.dataSource.query('SELECT 1 FROM referral WHERE visit_id = $1', [confirmed])).toEqual([]);
  expect(await county.state(round)).toMatchObject({ newer: true });
  expect(await county.state(entered)).toMatchObject({ newer: true });
  const due = async (caseId: string) =>
    (
      await county.dataSource.query<{ due: string }[]>(
        `SELECT DISTINCT to_char(due, 'YYYY-MM-DD') AS due FROM case_waiting WHERE case_id = $1`,
        [caseId],
      )
    ).map((row) => row.due);
  expect([await due(scheduled), await due(round), await due(amended)]).toEqual([
    ['2099-01-01'],
    ['2098-01-01'],
    ['2097-01-01'],
  ]);
  await agreeing();
});

function schemeIn(before: Row[], caseId: string): unknown {
  return (before.find(({ id }) => id === caseId)?.state as { scheme: unknown }).scheme;
}

test('a rule with a fault parks its act at the third time, named; other acts of the case go on, and once the rule is mended it is done', async () => {
  const check = await propose(county);
  await county.stopWorkers();
  county.changeRules(rules);
  const faulty = withAct('jointCheck.consult', () => ({
    decide: () => {
      throw new TypeError('cannot read properties of undefined');
    },
  }));
  county.changeRules(changedHouse({ 'joint-check': [faulty] }));
  await county.startWorkers();
  const act = { by: 'scjg-handler', act: 'jointCheck.consult', on: check, submission: 'a-faulty-rule' };
  expect(await county.attempt(act)).toEqual({ kind: 'parked', code: 'STEP_PARKED' });
  expect(await county.faults()).toMatchObject([{ case_id: check, step: 'jointCheck.consult', tries: 3 }]);
  expect((await county.entries(check)).map((entry) => entry.act)).toEqual(['jointCheck.propose']);

  await county.stopWorkers();
  county.changeRules(rules);
  await county.startWorkers();
  expect(await county.act(act)).toMatchObject({ stage: 'consulting' });
});
