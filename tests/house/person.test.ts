import { actorOf, capacityFor, type Person } from '../../api/person';
import { reviewResult } from '../../domain/visit/acts/review-result';
import { visit } from '../../domain/visit/process';
import { openVisit, type VisitState } from '../../domain/visit/state';

const officerAndLeader: Person = {
  account: 'a1',
  username: 'scjg-leader',
  name: '甲',
  department: 'SCJG',
  capacities: ['inspector', 'departmentLeader'],
  inspector: 'officer-1',
  mustChangePassword: false,
};

function confirmedBy(officer: string): VisitState {
  const opened = openVisit({
    batch: '320723-2026-L0001-C1',
    check: 'joint-check/320723-2026-L0001',
    checkNumber: '320723-2026-L0001',
    lead: 'SCJG',
    sequence: 1,
    object: 'object-1',
    windowFrom: '2026-11-24',
    windowTo: '2026-12-24',
    officers: { SCJG: ['officer-1', 'officer-2'] },
    at: '2026-11-24T01:00:00.000Z',
  });
  const result = opened.results['SCJG'];
  if (!result) throw new Error('The visit has no result of SCJG.');
  return {
    ...opened,
    stage: 'noticed',
    results: { SCJG: { ...result, stage: 'confirmed', version: 1, enteredBy: officer } },
  };
}

test('a leader who is one of the officers does not review the result', () => {
  expect(actorOf(officerAndLeader, 'departmentLeader').inspector).toBe('officer-1');
  expect(capacityFor(officerAndLeader, visit, reviewResult, confirmedBy('officer-1')).obstacle).toBe(
    'OFFICER_CANNOT_REVIEW',
  );
});

test('a leader who was not there reviews it', () => {
  const leader = { ...officerAndLeader, inspector: 'officer-9' };
  expect(capacityFor(leader, visit, reviewResult, confirmedBy('officer-1')).obstacle).toBeUndefined();
});
