import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processes } from '../../domain/processes';
import type { Act } from '../../domain/act';
import { everyCase, everyCell, isOpen, matrixPage, units, type Cell } from './matrix';

const cells = everyCell();
const open = cells.filter(isOpen);
const acts = Object.values(processes).flatMap((process) => process.acts);
const said = (cell: Cell) => `${cell.actor.account}: ${cell.act.name} in ${cell.stage}`;

test('the matrix covers every act, every stage of every process and every capacity', () => {
  expect(new Set(cells.map((cell) => cell.act.name)).size).toBe(acts.length);
  for (const process of Object.values(processes)) {
    const stages = new Set(
      everyCase.filter((state) => state.id.startsWith(`${process.kind}/`)).map((state) => state.stage),
    );
    expect([...process.stages].filter((stage) => !stages.has(stage))).toEqual([]);
  }
  expect(cells.length).toBeGreaterThan(10_000);
});

test('every act is open to somebody, so that no act is dead', () => {
  const alive = new Set(open.map((cell) => cell.act.name));
  expect(acts.map((act) => act.name).filter((name) => !alive.has(name))).toEqual([]);
});

test('administrators and supervisors do no act on any case', () => {
  const silent = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'supervisor'];
  expect(
    cells.filter((cell) => silent.includes(cell.actor.capacity) && cell.obstacle !== 'NOT_ENTITLED').map(said),
  ).toEqual([]);
});

test('acts by the clock are for the clock alone, and the clock does nothing besides but remind', () => {
  expect(open.filter((cell) => cell.act.byClock && cell.unit !== 'clock').map(said)).toEqual([]);
  const ofTheClock = new Set(
    open.filter((cell) => cell.unit === 'clock' && !cell.act.byClock).map((cell) => cell.act.name),
  );
  expect([...ofTheClock]).toEqual(['consultation.remind']);
});

test('a unit that is not in the case does nothing but open cases of its own, and learns no stage from the answer', () => {
  const outside = cells.filter((cell) => cell.unit === 'stranger' && !cell.act.opens);
  expect(outside.filter((cell) => cell.obstacle !== 'NOT_ENTITLED').map(said)).toEqual([]);
});

test('who is not entitled in one stage is told the same in every stage', () => {
  const answers = new Map<string, Set<boolean>>();
  for (const cell of cells.filter(({ process, act }) => process.kind !== 'referral' && !act.opens)) {
    const key = `${cell.actor.account} ${cell.act.name} ${cell.unit}`;
    answers.set(key, (answers.get(key) ?? new Set()).add(cell.obstacle === 'NOT_ENTITLED'));
  }
  expect([...answers].filter(([, kinds]) => kinds.size > 1).map(([key]) => key)).toEqual([]);
});

test('the office never enters, confirms, reviews, publishes or corrects a result, and answers no consultation', () => {
  const ofOffice = new Set(
    open
      .filter((cell) => cell.actor.department === units.office && cell.actor.capacity.startsWith('office'))
      .map((cell) => cell.act.name),
  );
  expect([...ofOffice].sort()).toEqual([
    'draw.hold',
    'jointCheck.decide',
    'jointCheck.decideExtension',
    'jointCheck.proposeDecision',
    'jointCheck.releaseDepartment',
    'jointCheck.settleByMinutes',
    'jointCheck.terminate',
  ]);
});

test('results are entered, confirmed and corrected by assigned officers alone', () => {
  const byOfficers = [
    'visit.enterResult',
    'visit.allInOrder',
    'visit.confirmResult',
    'visit.correctResult',
    'visit.disputeResult',
    'visit.takeBackResult',
  ];
  const inspectors = open.filter((cell) => cell.actor.capacity === 'inspector');
  expect([...new Set(inspectors.map((cell) => cell.act.name))].sort()).toEqual([...byOfficers].sort());
  expect(inspectors.filter((cell) => cell.actor.inspector === 'o-other').map(said)).toEqual([]);
  expect(
    open.filter((cell) => byOfficers.includes(cell.act.name) && cell.actor.capacity !== 'inspector').map(said),
  ).toEqual([]);
});

test('no capacity both proposes and decides', () => {
  const pairs = [
    ['jointCheck.proposeDecision', 'jointCheck.decide'],
    ['jointCheck.proposeExtension', 'jointCheck.decideExtension'],
    ['consultation.draftAnswer', 'consultation.sendAnswer'],
    ['draw.freeze', 'draw.hold'],
    ['visit.enterResult', 'visit.reviewResult'],
    ['visit.proposeWithholding', 'visit.decideWithholding'],
    ['referral.amend', 'referral.dispatch'],
  ];
  const capacitiesOf = (name = '') =>
    new Set(open.filter((cell) => cell.act.name === name).map((cell) => cell.actor.capacity));
  for (const [one, other] of pairs) {
    expect(capacitiesOf(one).size).toBeGreaterThan(0);
    expect([...capacitiesOf(one)].filter((capacity) => capacitiesOf(other).has(capacity))).toEqual([]);
  }
});

describe('never the same account for both of a pair, even where it holds both capacities:', () => {
  const find = (name: string): Act => {
    const act = acts.find((candidate) => candidate.name === name);
    if (!act) throw new Error(name);
    return act;
  };
  const stateIn = (kind: string, stage: string) =>
    everyCase.find((state) => state.id.startsWith(`${kind}/`) && state.stage === stage);
  const one = { account: 'one person', capacity: 'officeHandler' as const, department: 'OFFICE' };

  test.each([
    [
      'decide',
      'jointCheck.decide',
      {
        ...stateIn('joint-check', 'awaitingApproval'),
        proposedDecision: { outcome: 'approve', conditions: [], by: one.account, at: '' },
      },
      one,
    ],
    ['draw', 'draw.hold', { ...stateIn('draw', 'frozen'), frozenBy: { account: one.account, at: '' } }, one],
    [
      'dispatch',
      'referral.dispatch',
      { ...stateIn('referral', 'draft'), draftedBy: one.account },
      { ...one, department: 'SCJG' },
    ],
  ])('%s', (_what, name, state, actor) => {
    expect(find(name).obstacle(state as never, actor)).toBe('SAME_PERSON');
    expect(find(name).obstacle(state as never, { ...actor, account: 'another person' })).toBeUndefined();
  });
});

test('the page of the documentation says what the acts say', () => {
  expect(readFileSync(join(__dirname, '..', '..', 'docs', 'access-matrix.md'), 'utf8')).toBe(matrixPage());
});
