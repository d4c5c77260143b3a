import { allInOrder } from '../../../domain/visit/acts/all-in-order';
import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { disputeResult } from '../../../domain/visit/acts/dispute-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { takeBackResult } from '../../../domain/visit/acts/take-back-result';
import { visit } from '../../../domain/visit/process';
import type { VisitState } from '../../../domain/visit/state';
import { fire, inspectorA, inspectorB, inspectorC, lead, leadLeader, officerA, officerB } from '../situations/people';
import {
  adverse,
  clean,
  confirmed,
  entered,
  noticed,
  noticedAlone,
  published,
  resultOf,
  reviewedOf,
  row,
  trip,
} from '../situations/visits';

const because = { reason: '现场记录与照片不符' };
const allClear = { completedOn: '2026-03-10', methods: ['onSite'], signature: 'signed' };
const first = entered(noticed, adverse);
/** The registers remember the version that came back. */
const remembering = (form: object) => ({ recordedForm: () => form as never });
const waits = (state: VisitState) =>
  visit
    .waiting(state)
    .filter(({ department }) => department === lead)
    .map(({ act, officer, returned }) => ({ act, officer, returned }));

describe('the second officer does not only agree', () => {
  const disputed = trip.after(disputeResult, first, inspectorB, { version: 1, ...because });

  test('what she found otherwise goes back to the enterer, with the reason on top of a task of its own', () => {
    expect(resultOf(disputed)).toMatchObject({ stage: 'awaitingVisit', version: 1 });
    expect(waits(disputed)).toEqual([{ act: 'visit.enterResult', officer: officerA, returned: true }]);
    expect(visit.sentBack?.(disputed, 'visit.enterResult', lead)).toMatchObject({ by: inspectorB.account, ...because });
    expect(visit.sentBack?.(disputed, 'visit.enterResult', fire)).toBeUndefined();
  });

  test('only she, with a reason, on the version before her', () => {
    expect(trip.code(disputeResult, first, inspectorB, { version: 1 })).toBe('INVALID_INPUT');
    expect(trip.code(disputeResult, first, inspectorA, { version: 1, ...because })).toBe('SAME_PERSON');
    expect(trip.code(disputeResult, first, inspectorB, { version: 2, ...because })).toBe('STALE_VERSION');
    expect(disputeResult.obstacle(first, inspectorC)).toBe('NOT_ASSIGNED');
    expect(trip.code(disputeResult, confirmed(first), inspectorB, { version: 1, ...because })).toBe('WRONG_STAGE');
  });

  test('entered again it is a new version, and nothing waits as returned any more', () => {
    const again = trip.after(enterResult, disputed, inspectorA, adverse, remembering(adverse));
    expect(resultOf(again)).toMatchObject({ stage: 'entered', version: 2, returned: undefined });
    expect(waits(again)).toEqual([{ act: 'visit.confirmResult', officer: officerB, returned: undefined }]);
  });
});

describe('the enterer takes back', () => {
  test('until it is confirmed, and nobody else does', () => {
    const back = trip.after(takeBackResult, first, inspectorA, { version: 1 });
    expect(resultOf(back)).toMatchObject({ stage: 'awaitingVisit', version: 1, code: 'C' });
    expect(waits(back)).toEqual([{ act: 'visit.enterResult', officer: officerA, returned: true }]);
    expect(trip.code(takeBackResult, first, inspectorB, { version: 1 })).toBe('ENTERED_BY_OTHER');
    expect(trip.code(takeBackResult, confirmed(first), inspectorA, { version: 1 })).toBe('WRONG_STAGE');
    expect(trip.code(takeBackResult, first, inspectorA, { version: 2 })).toBe('STALE_VERSION');
    expect(trip.code(confirmResult, back, inspectorB, { version: 1 })).toBe('WRONG_STAGE');
  });
});

const returnedBy: [string, VisitState][] = [
  ['the leader', trip.after(reviewResult, confirmed(first), leadLeader, { verdict: 'return', version: 1, ...because })],
  ['the second officer', trip.after(disputeResult, first, inspectorB, { version: 1, ...because })],
  ['the enterer', trip.after(takeBackResult, first, inspectorA, { version: 1 })],
];

describe.each(returnedBy)('after a return by %s', (_who, back) => {
  test('one press does not sweep the record aside', () => {
    expect(trip.code(allInOrder, back, inspectorA, allClear, remembering(adverse))).toBe('ALREADY_RECORDED');
    expect(allInOrder.obstacle(noticed, inspectorA)).toBeUndefined();
  });

  test('a problem becomes none only with a reason, which stays for reviewer and supervisor', () => {
    expect(trip.code(enterResult, back, inspectorA, clean, remembering(adverse))).toBe('CHANGE_UNEXPLAINED');
    const { next, reason } = trip.decision(
      enterResult,
      back,
      inspectorA,
      { ...clean, ...because },
      remembering(adverse),
    );
    expect(reason).toBe(because.reason);
    expect(resultOf(next).softenings).toEqual([
      {
        version: 2,
        from: 'C',
        to: '1',
        items: ['SCJG-01'],
        ...because,
        by: inspectorA.account,
        at: expect.any(String),
      },
    ]);
  });
});

describe('what takes a problem back', () => {
  const back = returnedBy[0]?.[1] as VisitState;
  const two = { ...adverse, rows: [row('SCJG-01', 'problem', '不实'), row('SCJG-02', 'problem', '过期')] };
  const lost = {
    ...clean,
    code: '6',
    followUp: 'dailySupervision',
    rows: [],
    signature: 'absent',
    evidencePlace: '城东',
    evidenceTime: '九点',
    evidenceWitness: '居委会',
  };

  test.each<[string, object, object]>([
    ['one row of two', two, adverse],
    ['a row, by saying that it does not apply', two, { ...two, rows: [two.rows[0], row('SCJG-02', 'notApplicable')] }],
    ['everything, by saying that nobody was met', adverse, lost],
    ['the problem outside the list', { ...adverse, otherProblem: '通道堵塞' }, adverse],
    ['a code that is no 1, though nothing was found', lost, clean],
    ['a code that is no F', adverse, { ...clean, code: 'F', rows: [] }],
  ])('%s asks a reason', (_name, before, after) => {
    expect(trip.code(enterResult, back, inspectorA, after, remembering(before))).toBe('CHANGE_UNEXPLAINED');
    expect(trip.code(enterResult, back, inspectorA, { ...after, ...because }, remembering(before))).toBe('passed');
  });

  test.each<[string, object, object]>([
    ['the same again', adverse, adverse],
    ['a problem more', adverse, two],
    ['1 to F', clean, { ...clean, code: 'F', rows: [] }],
    ['1 to a problem', clean, adverse],
    [
      'another word for the same problem',
      adverse,
      { ...adverse, rows: [row('SCJG-01', 'problem', '资产不实'), row('SCJG-02')] },
    ],
  ])('%s asks none', (_name, before, after) =>
    expect(trip.code(enterResult, back, inspectorA, after, remembering(before))).toBe('passed'),
  );

  test('a correction that does so is kept beside its reason, too', () => {
    const corrected = trip.after(
      correctResult,
      confirmed(first),
      inspectorA,
      { ...clean, ...because },
      remembering(adverse),
    );
    expect(resultOf(corrected).softenings).toHaveLength(1);
    const worse = trip.after(correctResult, confirmed(first), inspectorA, { ...two, ...because }, remembering(adverse));
    expect(resultOf(worse).softenings).toBeUndefined();
  });
});

describe('what the public is told is written for it', () => {
  const done = published(reviewedOf(noticedAlone));
  const publicNote = '经复核，检查结果有遗漏，现予更正。';
  const told = { publicNote, errorEstablishedOn: '2026-03-10' };

  test('a correction of what is on show needs words of its own, kept while it goes back and forth', () => {
    expect(trip.code(correctResult, done, inspectorA, { ...adverse, ...because })).toBe('PUBLIC_NOTE_NEEDED');
    const corrected = trip.after(correctResult, done, inspectorA, { ...adverse, ...because, ...told });
    const again = trip.after(takeBackResult, corrected, inspectorA, { version: 2 });
    expect(resultOf(trip.after(enterResult, again, inspectorA, adverse)).publicNote).toBe(publicNote);
  });

  test('a correction of what nobody outside has read needs none', () => {
    expect(trip.code(correctResult, confirmed(first), inspectorA, { ...adverse, ...because })).toBe('passed');
  });
});
