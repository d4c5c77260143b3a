import { askOtherDate } from '../../../domain/visit/acts/ask-other-date';
import { cancel } from '../../../domain/visit/acts/cancel';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { setDate } from '../../../domain/visit/acts/set-date';
import { visit } from '../../../domain/visit/process';
import {
  clock,
  fire,
  fireHandler,
  inspectorA,
  lead,
  leadHandler,
  leadLeader,
  officeHandler,
  strangeHandler,
  taxHandler,
} from '../situations/people';
import { clean, entered, noticed, opened, scheduled, trip } from '../situations/visits';

const wish = { wanted: '2026-03-20', reason: '当日另有任务' };

test('the lead sets a day, today at the earliest and inside the window', () => {
  expect(scheduled).toMatchObject({ stage: 'scheduled', date: '2026-03-10' });
  expect(trip.code(setDate, opened, leadHandler, { date: '2026-03-10' })).toBe('passed');
  expect(trip.code(setDate, opened, leadHandler, { date: '2026-03-09' })).toBe('DATE_PAST');
  expect(trip.code(setDate, opened, leadHandler, { date: '2026-06-30' })).toBe('passed');
  expect(trip.code(setDate, opened, leadHandler, { date: '2026-07-01' })).toBe('DATE_OUTSIDE_WINDOW');
  expect(trip.code(setDate, { ...opened, windowFrom: '2026-04-01' }, leadHandler, { date: '2026-03-31' })).toBe(
    'DATE_OUTSIDE_WINDOW',
  );
  for (const actor of [fireHandler, officeHandler, leadLeader])
    expect(trip.code(setDate, opened, actor, { date: '2026-03-12' })).toBe('NOT_ENTITLED');
});

test('a department that takes part asks for another day, the last wish counts, a new day answers all', () => {
  const asked = trip.after(askOtherDate, trip.after(askOtherDate, scheduled, fireHandler, wish), fireHandler, {
    ...wish,
    wanted: '2026-03-23',
  });
  expect(asked.dateRequests).toMatchObject([{ department: fire, wanted: '2026-03-23' }]);
  const both = trip.after(askOtherDate, asked, leadHandler, wish);
  expect(both.dateRequests.map((request) => request.department)).toEqual([fire, lead]);
  expect(trip.after(setDate, both, leadHandler, { date: '2026-03-23' }).dateRequests).toEqual([]);
  expect(trip.code(askOtherDate, scheduled, fireHandler, { ...wish, wanted: '2026-03-09' })).toBe('DATE_PAST');
  expect(trip.code(askOtherDate, scheduled, fireHandler, { ...wish, wanted: '2026-07-01' })).toBe(
    'DATE_OUTSIDE_WINDOW',
  );
  expect(trip.code(askOtherDate, opened, fireHandler, wish)).toBe('WRONG_STAGE');
  expect(trip.code(askOtherDate, { ...scheduled, windowFrom: '2026-04-01' }, fireHandler, wish)).toBe(
    'DATE_OUTSIDE_WINDOW',
  );
  for (const actor of [strangeHandler, taxHandler])
    expect(trip.code(askOtherDate, scheduled, actor, wish)).toBe('NOT_ENTITLED');
});

test('once the notice is out the day stands and results can be entered, not before', () => {
  expect(noticed.stage).toBe('noticed');
  expect(trip.code(issueNotice, opened, leadHandler)).toBe('WRONG_STAGE');
  expect(trip.code(issueNotice, scheduled, fireHandler)).toBe('NOT_ENTITLED');
  expect(trip.code(setDate, noticed, leadHandler, { date: '2026-03-12' })).toBe('WRONG_STAGE');
  expect(trip.code(askOtherDate, noticed, fireHandler, wish)).toBe('WRONG_STAGE');
  expect(trip.code(enterResult, scheduled, inspectorA, clean)).toBe('WRONG_STAGE');
  expect(trip.code(enterResult, noticed, inspectorA, clean)).toBe('passed');
});

test('an ended check takes the visits without a result with it, never one with a result', () => {
  for (const state of [opened, scheduled, noticed]) expect(trip.after(cancel, state, clock).stage).toBe('cancelled');
  expect(trip.code(cancel, entered(noticed), clock)).toBe('RESULT_ENTERED');
  expect(trip.code(cancel, opened, leadLeader)).toBe('NOT_ENTITLED');
  const cancelled = trip.after(cancel, noticed, clock);
  expect(trip.code(enterResult, cancelled, inspectorA, clean)).toBe('CASE_CLOSED');
  expect(visit.waiting(cancelled)).toEqual([]);
});

test('whom it waits for before the visit', () => {
  const of = { capacity: 'departmentHandler', department: lead };
  expect(visit.waiting(opened)).toMatchObject([{ ...of, act: 'visit.setDate', due: '2026-06-30' }]);
  expect(visit.waiting(scheduled)).toMatchObject([{ ...of, act: 'visit.issueNotice', due: '2026-03-10' }]);
  expect(visit.waiting(trip.after(askOtherDate, scheduled, fireHandler, wish))).toMatchObject([
    { ...of, act: 'visit.setDate' },
  ]);
  expect(visit.departments(opened)).toEqual([lead, fire]);
  expect(visit.parent(opened)).toBe(opened.check);
});
