import { obstacleTo } from '../../../domain/permissions/entitlement';
import { findAct, kindOf, processes, processOf } from '../../../domain/processes';
import { Actor, capacities } from '../../../domain/actor';
import { drafted, proposed } from '../situations/joint-checks';
import { clock, everybody, leadHandler, officeDirector, strangeHandler, supervisor } from '../situations/people';

const named = (name: string) => {
  const found = findAct(name);
  if (!found) throw new Error(`There is no act ${name}.`);
  return found;
};
const obstacle = (name: string, state: object | undefined, actor: Actor) => {
  const { act, process } = named(name);
  return obstacleTo(process, act, state as never, actor);
};

test('entitlement comes first: a stranger never learns the stage of a case from the answer', () => {
  for (const stage of processes['joint-check'].stages) {
    expect(obstacle('jointCheck.submit', { ...drafted, stage }, strangeHandler)).toBe('NOT_ENTITLED');
    expect(obstacle('jointCheck.decide', { ...proposed, stage }, supervisor)).toBe('NOT_ENTITLED');
  }
});

test('then whether the case is there, is in a stage of the act, and what the state says', () => {
  expect(obstacle('jointCheck.propose', undefined, leadHandler)).toBeUndefined();
  expect(obstacle('jointCheck.propose', drafted, leadHandler)).toBe('ALREADY_OPEN');
  expect(obstacle('jointCheck.decide', undefined, officeDirector)).toBe('CASE_UNKNOWN');
  expect(obstacle('jointCheck.decide', drafted, officeDirector)).toBe('WRONG_STAGE');
  expect(obstacle('jointCheck.decide', { ...drafted, stage: 'completed' }, officeDirector)).toBe('CASE_CLOSED');
  expect(obstacle('jointCheck.decide', { ...proposed, proposedDecision: undefined }, officeDirector)).toBe(
    'NO_DECISION_PROPOSED',
  );
  expect(obstacle('jointCheck.decide', proposed, officeDirector)).toBeUndefined();
});

test('capacity and unit count together: the right capacity elsewhere and another capacity here are both refused', () => {
  expect(obstacle('jointCheck.submit', drafted, { ...leadHandler, department: 'OFFICE' })).toBe('NOT_ENTITLED');
  for (const capacity of capacities.filter((other) => other !== 'departmentHandler')) {
    expect(obstacle('jointCheck.submit', drafted, { ...leadHandler, capacity })).toBe('NOT_ENTITLED');
  }
});

test('administrators and supervisors have no official act at all', () => {
  for (const { acts } of Object.values(processes)) {
    for (const act of acts) {
      const holders: string[] = act.by.map((entitlement) => entitlement.capacity);
      for (const capacity of ['supervisor', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator'])
        expect(holders).not.toContain(capacity);
    }
  }
});

test('only the clock may do what has no button, and nobody in a unit can pass for the clock', () => {
  for (const process of Object.values(processes)) {
    for (const act of process.acts.filter((candidate) => candidate.byClock))
      expect(act.by).toEqual([{ capacity: 'system', as: 'clock' }]);
    for (const actor of everybody.filter((person) => person !== clock))
      expect(process.relations(undefined, actor)).not.toContain('clock');
  }
});

test('every act names stages of its process, and opens or has a stage', () => {
  for (const process of Object.values(processes)) {
    const resultStages = process.kind === 'visit' ? ['awaitingVisit', 'entered', 'confirmed', 'reviewed'] : [];
    for (const act of process.acts) {
      expect(act.opens || act.stages.length > 0).toBe(true);
      for (const stage of act.stages) expect([...process.stages, ...resultStages]).toContain(stage);
    }
    for (const stage of process.closedStages) expect(process.stages).toContain(stage);
  }
});

test('acts and cases are found by their names, and a name that is not there is nothing', () => {
  const names = Object.values(processes).flatMap((process) => process.acts.map((act) => act.name));
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => findAct(name)?.act.name === name)).toBe(true);
  expect(findAct('constructor')).toBeUndefined();
  expect(kindOf('visit/320723-2026-L0007-C1-J00012')).toBe('visit');
  for (const id of ['', 'visit', 'constructor/1', '/1']) expect(kindOf(id)).toBeUndefined();
  expect(processOf(drafted.id).kind).toBe('joint-check');
  expect(() => processOf('nothing/1')).toThrow(RangeError);
});

test('a person is read whole or not at all', () => {
  expect(Actor.safeParse(leadHandler).success).toBe(true);
  for (const broken of [
    { ...leadHandler, account: '' },
    { ...leadHandler, capacity: 'king' },
    { ...leadHandler, department: 'X'.repeat(33) },
    {},
  ]) {
    expect(Actor.safeParse(broken).success).toBe(false);
  }
});
