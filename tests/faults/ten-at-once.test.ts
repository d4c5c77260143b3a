import type { Act } from '../../domain/act';
import type { ConsultationState } from '../../domain/consultation/state';
import { processOf } from '../../domain/processes';
import type { VisitState } from '../../domain/visit/state';
import { standingOfRun } from '../../engine/running-cases';
import { contentHash } from '../../services/entries/append-entry';
import { CountyEngine, type PersonsAct } from '../engine/lifecycle/county-engine';
import { until } from '../engine/lifecycle/until';
import { approve, dayIn, draw, schemeFor } from '../engine/lifecycle/whole-check';
import { expectInvariants } from './expect-invariants';
import { checkNumber } from '../engine/lifecycle/check-number';

let county: CountyEngine;
beforeAll(async () => {
  county = await CountyEngine.open({ hasty: true });
});
afterAll(() => county?.close());

/** Everybody sends at the same moment; what each is told, by the user name and the act. */
async function allAtOnce(acts: PersonsAct[]): Promise<Record<string, string>> {
  await Promise.all(acts.map(({ by }) => county.actor(by)));
  const told = await Promise.all(acts.map(async (act) => [`${act.by} ${act.act}`, await county.attempt(act)] as const));
  return Object.fromEntries(
    told.map(([who, outcome]) => [who, outcome.kind === 'refused' ? outcome.code : outcome.kind]),
  );
}

interface Entry {
  act: string;
  account: string;
  capacity: string;
  department: string;
  submission: string;
  at: Date;
  detail: { input: unknown };
}

/** The state that the recorded acts lead to, one after another, from where the case stood. */
async function folded(
  round: string,
  from: ConsultationState,
  submissions: readonly string[],
): Promise<ConsultationState> {
  const entries: Entry[] = await county.dataSource.query(
    'SELECT act, account, capacity, department, submission, at, detail FROM acts WHERE subject_id = $1 AND submission = ANY($2) ORDER BY id',
    [round, submissions],
  );
  return entries.reduce((state, entry) => {
    const act = processOf(round).acts.find(
      (candidate) => candidate.name === entry.act,
    ) as unknown as Act<ConsultationState>;
    const { account, department } = entry;
    const occasion = { at: entry.at.toISOString(), today: dayIn(0), submission: entry.submission };
    const outcome = act.decide(
      state,
      act.input.parse(entry.detail.input),
      { account, department, capacity: entry.capacity as 'departmentHandler' },
      occasion,
      { files: [] },
    );
    return 'refused' in outcome ? state : outcome.next;
  }, from);
}

test('the liaisons and handlers of fourteen departments act on one consultation at once: every legal act is done once, every other is told why', async () => {
  const units: { department: string }[] = await county.dataSource.query(
    `SELECT DISTINCT department FROM check_item WHERE department <> 'SCJG' ORDER BY 1`,
  );
  const departments = units.map(({ department }) => department);
  const [number, round] = [checkNumber(1), `consultation/${checkNumber(1)}-Z1`];
  const scheme = await schemeFor(county, {}, ['SCJG', ...departments]);
  await county.act({
    by: 'scjg-handler',
    act: 'jointCheck.propose',
    input: { scheme },
  });
  await county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: `joint-check/${number}` });
  await until(
    () => county.attempt({ by: 'wjw-liaison', act: 'consultation.handOn', on: round }),
    (outcome) => outcome.kind === 'done',
  );
  const before = (await county.state<ConsultationState>(round)) as ConsultationState;
  const known = county.acknowledged.length;

  const legal = departments.flatMap((department): PersonsAct[] => {
    const unit = department.toLowerCase();
    const draft = { by: `${unit}-handler`, act: 'consultation.draftAnswer', on: round, input: { verdict: 'agree' } };
    return unit === 'wjw' ? [draft] : [{ by: `${unit}-liaison`, act: 'consultation.handOn', on: round }, draft];
  });
  const illegal = [
    { by: 'wjw-liaison', act: 'consultation.handOn', on: round },
    { by: 'scjg-handler', act: 'consultation.draftAnswer', on: round, input: { verdict: 'agree' } },
    { by: 'yjj-liaison', act: 'consultation.draftAnswer', on: round, input: { verdict: 'agree' } },
  ];
  const told = await allAtOnce([...legal, ...illegal]);

  expect(legal.length).toBeGreaterThanOrEqual(27);
  expect(legal.map(({ by, act }) => told[`${by} ${act}`])).toEqual(legal.map(() => 'done'));
  expect(illegal.map(({ by, act }) => told[`${by} ${act}`])).toEqual([
    'ALREADY_HANDED_ON',
    'NOT_ENTITLED',
    'NOT_ENTITLED',
  ]);
  const state = await county.state<ConsultationState>(round);
  expect(state).toEqual(
    await folded(
      round,
      before,
      county.acknowledged.slice(known).map(({ submission }) => submission),
    ),
  );
  expect(await standingOfRun(county.client, round)).toMatchObject({ hash: contentHash(state) });
});

test('both officers, the leader and the handler of three departments act on one visit at once: each department has one result', async () => {
  await approve(county, checkNumber(2));
  const [visit = ''] = await draw(county, checkNumber(2));
  await county.act({ by: 'scjg-handler', act: 'visit.setDate', on: visit, input: { date: dayIn(0) } });
  await county.act({ by: 'scjg-handler', act: 'visit.issueNotice', on: visit });
  const results = (await county.state<VisitState>(visit))?.results ?? {};
  const entering = {
    act: 'visit.allInOrder',
    on: visit,
    input: { completedOn: dayIn(0), methods: ['onSite'], signature: 'signed' },
  };
  const acts = await Promise.all(
    Object.entries(results).map(async ([department, result]) => {
      const unit = department.toLowerCase();
      const [one = '', other = ''] = await Promise.all(result.officers.map((officer) => county.officer(officer)));
      const early = [
        { by: `${unit}-leader`, act: 'visit.reviewResult', on: visit, input: { verdict: 'pass', version: 1 } },
        { by: `${unit}-handler`, act: 'visit.publishResult', on: visit, input: { version: 1 } },
      ];
      return [{ ...entering, by: one }, { ...entering, by: other }, ...early];
    }),
  );
  const told = await allAtOnce(acts.flat());

  for (const [one, other, ...early] of acts) {
    expect([told[`${one?.by} ${entering.act}`], told[`${other?.by} ${entering.act}`]].sort()).toEqual([
      'STALE_VERSION',
      'done',
    ]);
    expect(early.map(({ by, act }) => told[`${by} ${act}`])).toEqual(['WRONG_STAGE', 'WRONG_STAGE']);
  }
  const versions: unknown[] = await county.dataSource.query(
    'SELECT department FROM result_version WHERE visit_id = $1',
    [visit],
  );
  expect(versions).toHaveLength(acts.length);
  expect(await standingOfRun(county.client, visit)).toMatchObject({ hash: contentHash(await county.state(visit)) });
  await expectInvariants(county);
});
