import type { FactQuestions } from '../../../domain/facts';
import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { withdrawPublication } from '../../../domain/visit/acts/withdraw-publication';
import { visit } from '../../../domain/visit/process';
import type { VisitState } from '../../../domain/visit/state';
import { inspectorA, inspectorB, lead, leadLeader } from '../situations/people';
import {
  adverse,
  clean,
  confirmed,
  entered,
  noticed,
  published,
  resultOf,
  reviewed,
  reviewedOf,
  trip,
} from '../situations/visits';

const publicNote = '登记日期有误，现予更正。';
const correction = { ...clean, reason: '登记日期有误', publicNote, errorEstablishedOn: '2026-03-10' };
const termOf = (state: VisitState) => resultOf(state).publishTerm;
const dues = (state: VisitState) =>
  visit.waiting(state).flatMap(({ act, department, due }) => (department === lead ? [`${act} ${due}`] : []));

/** The answers of a county whose terms have other lengths than the usual ones. */
function counting(days: { publication: number; correction: number; due: string }) {
  const asked: FactQuestions['legalTerm'][] = [];
  const answers = {
    legalTerm(question: FactQuestions['legalTerm']) {
      asked.push(question);
      const workingDays = question.setting === 'publication.workingDays' ? days.publication : days.correction;
      return { term: { from: question.from, workingDays }, due: { date: days.due } };
    },
  };
  return { asked, answers };
}

describe('the term of publication', () => {
  const { asked, answers } = counting({ publication: 12, correction: 3, due: '2026-03-26' });
  const first = trip.after(enterResult, noticed, inspectorA, clean, answers);

  test('runs from the entry on, counted from the completion by the setting of that day', () => {
    expect(asked[0]).toMatchObject({ from: '2026-03-10', setting: 'publication.workingDays' });
    expect(termOf(first)).toEqual({ from: '2026-03-10', workingDays: 12, of: 'publication' });
    expect(visit.terms(first)?.running).toEqual([{ from: '2026-03-10', workingDays: 12 }]);
  });

  test('stands with whoever the result waits for, in every later stage', () => {
    const second = trip.after(confirmResult, first, inspectorB, { version: 1 });
    const back = trip.after(reviewResult, second, leadLeader, { verdict: 'return', version: 1, reason: '请核对' });
    expect(dues(first)).toEqual(['visit.confirmResult 2026-03-26']);
    expect(dues(second)).toEqual(['visit.reviewResult 2026-03-26']);
    expect(new Set(dues(back))).toEqual(new Set(['visit.enterResult 2026-03-26']));
  });

  test('waits for a calendar that is not there', () => {
    const pending = trip.after(enterResult, noticed, inspectorA, clean, {
      legalTerm: ({ from }: FactQuestions['legalTerm']) => ({
        term: { from, workingDays: 20 },
        due: { pendingYear: 2027 },
      }),
    });
    expect(visit.waiting(pending)).toContainEqual(
      expect.objectContaining({ act: 'visit.confirmResult', pendingYear: 2027 }),
    );
  });

  test('keeps the length it was promised with when the review comes after the setting changed', () => {
    const later: unknown[] = [];
    const done = trip.after(
      reviewResult,
      confirmed(first),
      leadLeader,
      { verdict: 'pass', version: 1 },
      { dueDay: (question: FactQuestions['dueDay']) => (later.push(question), { date: '2026-03-26' }) },
    );
    expect(later).toMatchObject([{ from: '2026-03-10', workingDays: 12 }]);
    expect(termOf(done)).toMatchObject({ workingDays: 12 });
  });

  test('of a result that was entered before results kept their terms stays at twenty working days', () => {
    const older = { ...first, results: { ...first.results, [lead]: { ...resultOf(first), publishTerm: undefined } } };
    expect(visit.terms(older)?.running).toEqual([{ from: '2026-03-10', workingDays: 20 }]);
  });
});

describe('the term of a correction', () => {
  const { asked, answers } = counting({ publication: 12, correction: 3, due: '2026-03-13' });
  const onShow = published(reviewedOf(noticed));
  const corrected = trip.after(correctResult, onShow, inspectorA, correction, answers);

  test('is its own, from the day on which the error was established', () => {
    expect(asked[0]).toMatchObject({ from: '2026-03-10', setting: 'publication.correctionWorkingDays' });
    expect(termOf(corrected)).toEqual({ from: '2026-03-10', workingDays: 3, of: 'correction' });
    expect(dues(corrected)).toEqual(['visit.confirmResult 2026-03-13']);
  });

  test('goes on when the correction comes back, is entered again or corrected again', () => {
    const back = trip.after(reviewResult, confirmed(corrected), leadLeader, {
      verdict: 'return',
      version: 2,
      reason: '请核对',
    });
    const again = counting({ publication: 12, correction: 3, due: '2026-12-31' }).answers;
    const anew = trip.after(enterResult, back, inspectorA, clean, again);
    expect(resultOf(anew)).toMatchObject({
      publishTerm: { of: 'correction', workingDays: 3 },
      publishDue: { date: '2026-03-13' },
    });
    const twice = trip.after(correctResult, confirmed(corrected), inspectorA, correction, again);
    expect(resultOf(twice).publishDue).toEqual({ date: '2026-03-13' });
  });

  test('ends with the decision on what the public reads, and a later error has a term of its own', () => {
    const done = published(reviewed(confirmed(corrected)));
    expect(visit.terms(done)).toBeUndefined();
    const later = counting({ publication: 12, correction: 2, due: '2026-03-12' });
    expect(termOf(trip.after(correctResult, done, inspectorA, correction, later.answers))).toMatchObject({
      workingDays: 2,
      of: 'correction',
    });
  });

  test('asks for the day of the error where something was public, withheld or withdrawn, and for a day that can be', () => {
    const code = (state: VisitState, day?: string) =>
      trip.code(correctResult, state, inspectorA, { ...correction, errorEstablishedOn: day });
    const withdrawn = trip.after(withdrawPublication, onShow, leadLeader, { reason: '对象有误', publicNote });
    expect(code(onShow)).toBe('ERROR_DAY_NEEDED');
    expect(code(withdrawn)).toBe('ERROR_DAY_NEEDED');
    expect(code(onShow, '2026-03-09')).toBe('ERROR_DAY_UNFIT');
    expect(code(onShow, '2026-03-11')).toBe('ERROR_DAY_UNFIT');
    expect(code(onShow, '2026-03-10')).toBe('passed');
  });

  test('is none where nothing was public: what is mended before keeps the term of publication', () => {
    const early = trip.after(
      correctResult,
      confirmed(entered(noticed)),
      inspectorA,
      { ...adverse, reason: '补充问题' },
      answers,
    );
    expect(termOf(early)).toMatchObject({ of: 'publication', workingDays: 12 });
  });
});
