import { openVisit } from '../../../domain/visit/state';
import { allInOrder } from '../../../domain/visit/acts/all-in-order';
import { askOtherDate } from '../../../domain/visit/acts/ask-other-date';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { setDate } from '../../../domain/visit/acts/set-date';
import { visit } from '../../../domain/visit/process';
import { inspectorA, lead, leadHandler, officerA, officerB } from '../situations/people';
import { now } from '../situations/play';
import { clean, confirmed, entered, noticed, opened, published, resultOf, reviewed, trip } from '../situations/visits';

const days = (drawn: string, notice?: string) => ({ firstDone: () => ({ drawn, noticed: notice }) });
const completedOn = (day: string, more: object = {}) => ({ ...clean, completedOn: day, ...more });
const early = { earlyReason: '企业次日停产，应其要求提前' };

test('a result is not completed before the draw, nor before the notice', () => {
  const world = days('2026-03-05', '2026-03-07');
  const coming = (day: string) => trip.code(enterResult, noticed, inspectorA, completedOn(day, early), world);
  expect(['2026-03-04', '2026-03-06', '2026-03-07', '2026-03-11'].map(coming)).toEqual([
    'DATE_BEFORE_DRAW',
    'DATE_BEFORE_NOTICE',
    'passed',
    'DATE_IN_FUTURE',
  ]);
  const inOne = { completedOn: '2026-03-04', methods: ['onSite'], signature: 'signed', ...early };
  expect(trip.code(allInOrder, noticed, inspectorA, inOne, world)).toBe('DATE_BEFORE_DRAW');
  const correcting = completedOn('2026-03-06', { ...early, reason: '日期填错' });
  expect(trip.code(correctResult, confirmed(entered(noticed)), inspectorA, correcting, world)).toBe(
    'DATE_BEFORE_NOTICE',
  );
});

test('before the day that was set only with a reason, which stands in the record', () => {
  const given = (more: object) => trip.attempt(enterResult, noticed, inspectorA, completedOn('2026-03-09', more));
  expect(given({})).toMatchObject({
    refused: { code: 'EARLY_REASON_NEEDED', details: { field: 'earlyReason', date: '2026-03-10' } },
  });
  expect(given({ earlyReason: ' ' })).toHaveProperty('refused');
  expect(given(early)).toMatchObject({ content: { recordForm: { form: early } } });
});

describe('a check whose firms are not told beforehand', () => {
  const unannounced = openVisit({
    ...opened,
    officers: { [lead]: [officerA, officerB] },
    unannounced: true,
    at: now.at,
  });
  const dated = trip.after(setDate, unannounced, leadHandler, { date: '2026-03-10' });

  test('takes results without a notice, and lets none out', () => {
    expect(trip.code(enterResult, unannounced, inspectorA, clean)).toBe('WRONG_STAGE');
    expect(trip.code(issueNotice, dated, leadHandler)).toBe('NO_NOTICE_BY_SCHEME');
    expect(visit.waiting(dated).map(({ act }) => act)).toEqual(['visit.enterResult', 'visit.enterResult']);
    const world = days('2026-03-05', '2026-03-10');
    expect(trip.code(enterResult, dated, inspectorA, completedOn('2026-03-09', early), world)).toBe('passed');
    expect(trip.code(enterResult, dated, inspectorA, completedOn('2026-03-04', early), world)).toBe('DATE_BEFORE_DRAW');
  });

  test('goes its way to the end, and its day stands once something is entered', () => {
    const first = entered(dated);
    expect(trip.code(setDate, first, leadHandler, { date: '2026-03-12' })).toBe('RESULT_ENTERED');
    expect(trip.code(askOtherDate, first, leadHandler, { wanted: '2026-03-12', reason: '另有任务' })).toBe(
      'RESULT_ENTERED',
    );
    const closed = published(reviewed(confirmed(first)));
    expect(closed.stage).toBe('closed');
    const corrected = trip.after(correctResult, closed, inspectorA, {
      ...clean,
      reason: '补充说明',
      publicNote: '补充说明检查经过。',
      errorEstablishedOn: '2026-03-10',
    });
    expect(corrected.stage).toBe('scheduled');
    expect(resultOf(corrected).stage).toBe('entered');
  });
});
