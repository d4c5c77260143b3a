import { z } from 'zod';
import { findDifferences } from '../../../bin/compose/differences';
import { refuse, type Act } from '../../../domain/act';
import { processes, rules, rulesOf } from '../../../domain/processes';
import type { CaseKind, Process } from '../../../domain/process';
import { CountyEngine } from './county-engine';
import { until } from './until';
import { approve, dayIn, draw, propose, visit } from './whole-check';

let county: CountyEngine;
beforeAll(async () => {
  // No case is kept in memory: whatever a run does next, it does after a replay.
  county = await CountyEngine.open({ maxCachedWorkflows: 0 });
});
afterAll(() => county?.close());

/** The house with one act of a kind changed, as a new version of the program would have it. */
function changedHouse(changes: Partial<Record<CaseKind, (process: Process) => Process>>) {
  const kinds = Object.entries(processes).map(([kind, process]) => [
    kind,
    changes[kind as CaseKind]?.(process as Process) ?? process,
  ]);
  return rulesOf(Object.fromEntries(kinds) as typeof processes);
}

const withAct =
  (name: string, change: (act: Act) => Partial<Act>) =>
  (process: Process): Process => ({
    ...process,
    acts: process.acts.map((act) => (act.name === name ? { ...act, ...change(act) } : act)),
  });

interface Row {
  id: string;
  stage: string;
  version: number;
  state: unknown;
}
const rows = () => county.dataSource.query<Row[]>('SELECT id, stage, version, state FROM official_case ORDER BY id');

test('a county is stopped and started on changed rules: nothing changes that nobody did, and each rule holds from the next act on', async () => {
  const [drafted, gone] = [await propose(county), await propose(county)];
  const check = await approve(county, undefined, { strata: [{ riskClass: 'C', count: 3 }] });
  const [first = '', second = '', third = ''] = await draw(county, check.slice('joint-check/'.length));
  await visit(county, first);
  await until(
    () => findDifferences(county.client, county.dataSource, 200),
    ({ differences }) => differences.length === 0,
  );
  const before = await rows();

  await county.stopWorkers();
  county.changeRules(
    changedHouse({
      visit: (process) =>
        [
          // A rule refuses what it accepted, and asks what it did not ask.
          withAct('visit.setDate', (act) => ({
            facts: (state, ...rest) => ({
              ...act.facts(state, ...rest),
              more: { kind: 'setting', key: 'consultation.silence' },
            }),
            decide: (state, input, ...rest) =>
              state.id === third ? refuse('DATE_PAST', { field: 'date' }) : act.decide(state, input, ...rest),
          })),
          // A field became required.
          withAct('visit.issueNotice', () => ({ input: z.object({ remark: z.string() }) })),
        ].reduce<Process>((changed, change) => change(changed), {
          ...process,
          // Who is waited for changed.
          waiting: (state) => process.waiting(state).map((wait) => ({ ...wait, due: '2099-01-01' })),
        }),
      'joint-check': (process) => ({
        ...withAct('jointCheck.consult', (act) => ({
          // An act has other effects.
          decide: (...given) => {
            const outcome = act.decide(...given);
            return 'refused' in outcome
              ? outcome
              : { ...outcome, effects: outcome.effects?.filter(({ kind }) => kind !== 'issueDocument') };
          },
        }))(process),
        // An act is gone.
        acts: withAct('jointCheck.consult', (act) => ({
          decide: (...given) => {
            const outcome = act.decide(...given);
            return 'refused' in outcome
              ? outcome
              : { ...outcome, effects: outcome.effects?.filter(({ kind }) => kind !== 'issueDocument') };
          },
        }))(process).acts.filter(({ name }) => name !== 'jointCheck.withdraw'),
      }),
    }),
  );
  await county.startWorkers();
  await until(
    () => findDifferences(county.client, county.dataSource, 200),
    ({ differences }) => differences.length === 0,
  );
  expect(await rows()).toEqual(before);

  const date = dayIn(0);
  const handler = 'scjg-handler';
  expect(await county.attempt({ by: handler, act: 'visit.setDate', on: third, input: { date } })).toMatchObject({
    code: 'DATE_PAST',
  });
  await county.act({ by: handler, act: 'visit.setDate', on: second, input: { date } });
  expect(await county.attempt({ by: handler, act: 'visit.issueNotice', on: second })).toMatchObject({
    kind: 'invalid',
  });
  await county.act({ by: handler, act: 'visit.issueNotice', on: second, input: { remark: '通知已送达' } });
  const due = await county.dataSource.query<{ due: string }[]>(
    `SELECT DISTINCT to_char(due, 'YYYY-MM-DD') AS due FROM case_waiting WHERE case_id = $1`,
    [second],
  );
  expect(due).toEqual([{ due: '2099-01-01' }]);
  expect(
    await county.attempt({ by: 'scjg-leader', act: 'jointCheck.withdraw', on: gone, input: { reason: '改期实施' } }),
  ).toMatchObject({
    code: 'ACT_UNKNOWN',
  });
  await county.act({ by: handler, act: 'jointCheck.consult', on: drafted });
  expect(
    await county.dataSource.query(`SELECT 1 FROM document WHERE case_id = $1`, [
      `consultation/${drafted.slice('joint-check/'.length)}-Z1`,
    ]),
  ).toEqual([]);
  await until(
    () => findDifferences(county.client, county.dataSource, 200),
    ({ differences }) => differences.length === 0,
  );
});

test('a rule with a fault parks its act at the third time, named; other acts of the case go on, and once the rule is mended it is done', async () => {
  const check = await propose(county);
  await county.stopWorkers();
  const faulty = withAct('jointCheck.consult', () => ({
    decide: () => {
      throw new TypeError('cannot read properties of undefined');
    },
  }));
  county.changeRules(changedHouse({ 'joint-check': faulty }));
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
