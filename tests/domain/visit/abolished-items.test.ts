import { allInOrder } from '../../../domain/visit/acts/all-in-order';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { inspectorA } from '../situations/people';
import { adverse, clean, confirmed, entered, noticed, row, trip } from '../situations/visits';

/** The second item of the check, abolished on a day after the draw. */
const since = (abolishedOn: string | null) => ({
  checkItems: () => [
    { code: 'SCJG-01', version: 3, abolishedOn: null },
    { code: 'SCJG-02', version: 3, abolishedOn },
  ],
});
const entering = (abolishedOn: string | null, change: object = {}) =>
  trip.attempt(enterResult, noticed, inspectorA, { ...clean, ...change }, since(abolishedOn));
const asked = {
  refused: { code: 'ITEMS_ABOLISHED', details: { field: 'itemNote', items: ['SCJG-02'], codes: 'SCJG-02' } },
};
const told = { itemNote: '检查时尚未收到废止的通知，检查情况仍予记录' };

test('what is found of an item that was abolished by the day of completion is told in words, never silently', () => {
  expect(entering('2026-03-10')).toEqual(asked);
  expect(entering('2026-03-01')).toEqual(asked);
  expect(
    entering('2026-03-01', {
      code: adverse.code,
      followUp: adverse.followUp,
      rows: [row('SCJG-01'), row('SCJG-02', 'problem', '未公示')],
    }),
  ).toEqual(asked);
  expect(entering('2026-03-01', { ...told, itemNote: ' ' })).toHaveProperty('refused');
  expect(entering('2026-03-01', told)).not.toHaveProperty('refused');
});

test('nothing is asked of an inspection from before, of an item in force, and of one that was not looked at', () => {
  for (const day of ['2026-03-11', null]) expect(entering(day)).not.toHaveProperty('refused');
  const passed = entering('2026-03-01', { rows: [row('SCJG-01'), row('SCJG-02', 'notApplicable')] });
  expect(passed).not.toHaveProperty('refused');
  // The first item is in force and asked nothing, whatever the second one is.
  const closed = {
    code: '6',
    followUp: 'dailySupervision',
    evidencePlace: '住所',
    evidenceTime: '10时',
    evidenceWitness: '社区',
    signature: 'absent',
    rows: [],
  };
  expect(entering('2026-03-01', closed)).not.toHaveProperty('refused');
});

test('one press for all in order, and a correction, are asked as well', () => {
  const press = { completedOn: '2026-03-10', methods: ['onSite'], signature: 'signed' };
  const pressing = (change: object) =>
    trip.code(allInOrder, noticed, inspectorA, { ...press, ...change }, since('2026-03-05'));
  expect([pressing({}), pressing(told)]).toEqual(['ITEMS_ABOLISHED', 'passed']);
  const correcting = (change: object) =>
    trip.code(
      correctResult,
      confirmed(entered(noticed)),
      inspectorA,
      { ...clean, reason: '核对后更正', ...change },
      since('2026-03-05'),
    );
  expect([correcting({}), correcting(told)]).toEqual(['ITEMS_ABOLISHED', 'passed']);
});
