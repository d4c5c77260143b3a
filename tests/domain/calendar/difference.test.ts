import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCalendarLines } from '../../../api/pages/settings/calendar-lines';
import {
  afterDifference,
  calendarDifference,
  isSame,
  workingCalendarOf,
  type CalendarDay,
} from '../../../domain/calendar/calendar-difference';
import { addWorkingDays } from '../../../domain/calendar/working-days';
import { CalendarPublication } from '../../../domain/registers/calendar-publication';
import { termsThatMove } from '../../../domain/terms-that-move';
import { consultation } from '../../../domain/consultation/process';
import { openRound } from '../../../domain/consultation/state';
import { visit } from '../../../domain/visit/process';
import type { Process } from '../../../domain/process';
import { drafted } from '../situations/joint-checks';
import { fire, tax } from '../situations/people';
import { now } from '../situations/play';
import { noticed, reviewedOf } from '../situations/visits';

const notice = '国办发明电〔2025〕7号';
const days2026 = (
  JSON.parse(readFileSync(path.join(__dirname, '../../../data/calendar/2026.json'), 'utf8')) as {
    days: Omit<CalendarDay, 'notice'>[];
  }
).days.map((day) => ({ ...day, notice }));
const changedLines = readFileSync(path.join(__dirname, '../../fixtures/cases/26-only-the-changed-lines.txt'), 'utf8');
const saying = (scope: 'whole' | 'listed', text: string, year = 2026) =>
  CalendarPublication.parse({ year, source: '临时通知第1号', scope, days: readCalendarLines(text).days });
const counted = ({ added, changed, takenAway }: ReturnType<typeof calendarDifference>) => [
  added.length,
  changed.length,
  takenAway.length,
];

describe('a calendar is changed by its difference', () => {
  test('the changed lines alone add two days; as the whole year they take away all others', () => {
    expect(counted(calendarDifference(days2026, saying('listed', changedLines)))).toEqual([2, 0, 0]);
    const whole = calendarDifference(days2026, saying('whole', changedLines));
    expect(counted(whole)).toEqual([2, 0, 39]);
    expect(whole.takenAway).toEqual(days2026);
  });

  test('a day keeps the notice that it came from; only what changes gets the new one', () => {
    const text = `2026-01-01 放假 元旦\n2026-01-04 放假 元旦\n2026-01-02 取消\n2026-01-09 取消`;
    const difference = calendarDifference(days2026, saying('listed', text));
    expect(counted(difference)).toEqual([0, 1, 1]);
    expect(difference.changed[0]).toMatchObject({
      was: { kind: 'swapped-workday', notice },
      is: { date: '2026-01-04', kind: 'holiday', notice: '临时通知第1号' },
    });
    const after = afterDifference(days2026, difference);
    expect(after).toHaveLength(38);
    expect(after.find(({ date }) => date === '2026-01-01')?.notice).toBe(notice);
  });

  test('one notice holds days of two years, and takes nothing away from the other', () => {
    const text = '2027-01-01 放假 元旦\n2026-12-31 放假 元旦';
    expect(counted(calendarDifference(days2026, saying('whole', text, 2027)))).toEqual([2, 0, 0]);
    expect(() => saying('whole', '2025-01-01 放假 元旦', 2027)).toThrow('dayOfOtherYear');
    expect(() => saying('listed', '2026-12-14 上班 调休')).toThrow('swappedWeekday');
    expect(() => saying('listed', '2026-12-14 放假 调休\n2026-12-14 取消')).toThrow('dayTwice');
  });

  test('a year said again as it stands is no change, in whatever order', () => {
    const lines = [...days2026].reverse().map(({ date, kind, name }) => ({ date, kind, name }));
    const again = CalendarPublication.parse({ year: 2026, source: '再次印发', scope: 'whole', days: lines });
    expect(isSame(calendarDifference(days2026, again))).toBe(true);
  });
});

describe('the terms that a difference moves', () => {
  const march = (...off: string[]) =>
    workingCalendarOf(
      [2026],
      off.map((date) => ({ date, kind: 'holiday' as const })),
    );
  const term = { from: '2026-03-10', workingDays: 5 };
  const round = openRound({
    check: drafted,
    round: 1,
    departments: [fire, tax],
    silence: 'agreed',
    due: { date: '2026-03-17' },
    term,
    at: now.at,
  });
  const on = (today: string) => ({ ...now, today });
  const moved = (state: Parameters<typeof termsThatMove>[1], calendar: ReturnType<typeof march>, today: string) =>
    termsThatMove((state === round ? consultation : visit) as Process, state, calendar, on(today));

  test('are those of whoever is waited for, each with its two days', () => {
    expect(moved(round, march(), '2026-03-12')).toEqual([]);
    expect(moved(round, march('2026-03-12'), '2026-03-12')).toEqual(
      Object.keys(round.letters).map((department) => ({
        department,
        acts: ['consultation.draftAnswer', 'consultation.handOn'],
        from: { date: '2026-03-17' },
        to: { date: '2026-03-18' },
        becomesOverdue: false,
      })),
    );
  });

  test('become overdue where the day comes before today and has not passed as it stands', () => {
    const late = { ...round, due: { date: '2026-03-18' } };
    const found = (today: string) =>
      termsThatMove(consultation as Process, late, march(), on(today)).map(({ becomesOverdue }) => becomesOverdue);
    expect(found('2026-03-17')).toEqual([false, false]);
    expect(found('2026-03-18')).toEqual([true, true]);
    expect(found('2026-03-19')).toEqual([false, false]);
  });

  test('are what counting again does, with a year that has no calendar yet', () => {
    const result = reviewedOf(noticed);
    const calendar = march('2026-03-13');
    for (const { from, to } of moved(result, calendar, '2026-03-12')) expect(from).not.toEqual(to);
    const due = addWorkingDays(calendar, '2026-03-10', 20);
    expect(moved(result, calendar, '2026-03-12').map(({ to }) => to)).toContainEqual(due);
    expect(moved(result, workingCalendarOf([2025], []), '2026-03-12').map(({ to }) => to)).toContainEqual({
      pendingYear: 2026,
    });
  });
});
