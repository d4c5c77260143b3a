import { lapse } from '../../../domain/consultation/acts/lapse';
import { recountTerm } from '../../../domain/consultation/acts/recount-term';
import { consultation } from '../../../domain/consultation/process';
import { openRound } from '../../../domain/consultation/state';
import { consult } from '../../../domain/joint-check/acts/consult';
import { recountTerms } from '../../../domain/visit/acts/recount-terms';
import { visit } from '../../../domain/visit/process';
import { check, drafted } from '../situations/joint-checks';
import { clock, fire, fireHandler, lead, leadHandler, officeDirector } from '../situations/people';
import { now, playing } from '../situations/play';
import { noticed, published, resultOf, reviewedOf, confirmed, entered, trip } from '../situations/visits';

const year = { year: 2026 };
const counted = (date: string) => ({ dueDay: () => ({ date }) });
const round = playing(consultation);
const term = { from: '2026-03-10', workingDays: 5 };
const open = openRound({
  check: drafted,
  round: 1,
  departments: [fire],
  silence: 'agreed',
  due: { date: '2026-03-17' },
  term,
  at: now.at,
});

describe('a round of consultation, when a calendar changes', () => {
  test('remembers what its term counts from, and asks for the same count again', () => {
    const asked: unknown[] = [];
    const { effects } = check.decision(
      consult,
      drafted,
      leadHandler,
      { workingDays: 7 },
      { dueDay: (question) => (asked.push(question), { pendingYear: 2027 }) },
    );
    expect(asked).toMatchObject([{ from: now.today, workingDays: 7 }]);
    expect(effects?.[0]).toMatchObject({
      state: { due: { pendingYear: 2027 }, term: { from: now.today, workingDays: 7 } },
    });
    round.attempt(recountTerm, open, clock, year, {
      dueDay: (question) => (asked.push(question), { date: '2026-03-18' }),
    });
    expect(asked[1]).toMatchObject(term);
  });

  test('moves its day visibly: the record says from where to where', () => {
    const { next, reason } = round.decision(recountTerm, open, clock, year, counted('2026-03-18'));
    expect(next.due).toEqual({ date: '2026-03-18' });
    expect(reason).toBe('2026-03-17 → 2026-03-18');
    expect(consultation.waiting(next)).toMatchObject([{ due: '2026-03-18' }, { due: '2026-03-18' }]);
    const pending = { ...open, due: { pendingYear: 2027 } };
    expect(round.decision(recountTerm, pending, clock, year, counted('2027-01-08')).reason).toBe('— → 2027-01-08');
  });

  test('stays silent where nothing changes, where the term is over, and towards people', () => {
    expect(round.code(recountTerm, open, clock, year, counted('2026-03-17'))).toBe('TERM_UNCHANGED');
    expect(
      round.code(recountTerm, { ...open, due: { pendingYear: 2027 } }, clock, year, {
        dueDay: () => ({ pendingYear: 2027 }),
      }),
    ).toBe('TERM_UNCHANGED');
    expect(
      round.code(recountTerm, { ...open, due: { pendingYear: 2027 } }, clock, year, {
        dueDay: () => ({ pendingYear: 2028 }),
      }),
    ).toBe('passed');
    expect(round.code(recountTerm, { ...open, term: undefined }, clock, year)).toBe('TERM_UNCHANGED');
    const over = round.after(lapse, { ...open, silence: 'blocks' }, clock);
    expect(round.code(recountTerm, over, clock, year, counted('2026-03-18'))).toBe('ALREADY_LAPSED');
    for (const actor of [leadHandler, officeDirector])
      expect(round.code(recountTerm, open, actor, year, counted('2026-03-18'))).toBe('NOT_ENTITLED');
  });
});

describe('a visit, when a calendar changes', () => {
  const waits = reviewedOf(noticed);

  test('moves the term of each result that waits for publication, and of no other', () => {
    const { next, reason } = trip.decision(recountTerms, waits, clock, year, counted('2026-04-08'));
    expect(resultOf(next).publishDue).toEqual({ date: '2026-04-08' });
    expect(resultOf(next, fire)).toEqual(resultOf(waits, fire));
    expect(reason).toBe(`${lead} 2026-03-17 → 2026-04-08`);
    expect(visit.waiting(next)).toContainEqual(
      expect.objectContaining({ act: 'visit.publishResult', due: '2026-04-08' }),
    );
  });

  test('counts twenty working days from the completion, whenever it was entered', () => {
    const asked: unknown[] = [];
    trip.attempt(recountTerms, waits, clock, year, {
      dueDay: (question) => (asked.push(question), { date: '2026-04-08' }),
    });
    expect(asked).toMatchObject([{ from: '2026-03-10', workingDays: 20 }]);
  });

  test('stays silent where nothing changes or waits, and towards people', () => {
    expect(trip.code(recountTerms, waits, clock, year)).toBe('TERM_UNCHANGED');
    expect(trip.code(recountTerms, published(waits), clock, year, counted('2026-04-08'))).toBe('TERM_UNCHANGED');
    // The term runs from the entry on, so that it moves before the review, too.
    expect(trip.code(recountTerms, confirmed(entered(noticed)), clock, year, counted('2026-04-08'))).toBe('passed');
    const first = { ...waits, results: { ...waits.results, [lead]: { ...resultOf(waits), publishDue: undefined } } };
    expect(trip.decision(recountTerms, first, clock, year, counted('2026-04-08')).reason).toBe(
      `${lead} — → 2026-04-08`,
    );
    for (const actor of [leadHandler, fireHandler, officeDirector])
      expect(trip.code(recountTerms, waits, actor, year, counted('2026-04-08'))).toBe('NOT_ENTITLED');
  });
});
