import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { dayNumber, dayOfNumber, isDay, shiftDay, weekdayOf } from '../../../domain/calendar/iso-day';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../domain/calendar/working-days';

interface YearFile {
  year: number;
  days: { date: string; kind: string }[];
}

const files = [2024, 2025, 2026].map(
  (year) =>
    JSON.parse(readFileSync(path.join(__dirname, '../../../data/calendar', `${year}.json`), 'utf8')) as YearFile,
);
const days = files.flatMap((file) => file.days);
const calendar: WorkingCalendar = {
  years: files.map((file) => file.year),
  holidays: days.filter((day) => day.kind === 'holiday').map((day) => day.date),
  swappedWorkdays: days.filter((day) => day.kind === 'swapped-workday').map((day) => day.date),
};

describe('days without a time zone', () => {
  test('agree with the platform calendar over eight centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 200_000 }), (number) => {
        const platform = new Date(number * 86_400_000);
        const day = platform.toISOString().slice(0, 10);
        return (
          dayOfNumber(number) === day &&
          dayNumber(day) === number &&
          weekdayOf(day) === platform.getUTCDay() &&
          isDay(day)
        );
      }),
    );
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '',
    '2026-01-01T00:00:00Z',
  ])('%s is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('shift over the end of a leap February', () => {
    expect(shiftDay('2024-02-28', 1)).toBe('2024-02-29');
    expect(shiftDay('2024-03-01', -1)).toBe('2024-02-29');
  });
});

describe('working days', () => {
  test('day 1 is the next working day: a term of one from Friday ends on Monday', () => {
    expect(addWorkingDays(calendar, '2026-11-20', 1)).toEqual({ date: '2026-11-23' });
  });

  test('a swapped Sunday counts, a holiday on a weekday does not', () => {
    expect(isWorkingDay(calendar, '2026-09-20')).toBe(true);
    expect(isWorkingDay(calendar, '2026-10-01')).toBe(false);
    expect(addWorkingDays(calendar, '2026-09-18', 1)).toEqual({ date: '2026-09-20' });
    expect(addWorkingDays(calendar, '2026-09-30', 1)).toEqual({ date: '2026-10-08' });
  });

  test('20 working days over the National Day week, counted on paper', () => {
    // 2026-09-21…24 (4), 28…30 (3), 10-08…10 (3, Saturday swapped), 12…16 (5), 19…23 (5) = 20.
    expect(addWorkingDays(calendar, '2026-09-20', 20)).toEqual({ date: '2026-10-23' });
  });

  test('the eve of the Spring Festival 2024 was a working day', () => {
    expect(isWorkingDay(calendar, '2024-02-09')).toBe(true);
  });

  test('a term that needs an unpublished year names it instead of guessing', () => {
    expect(addWorkingDays(calendar, '2026-12-20', 20)).toEqual({ pending: 'calendarNotPublished', year: 2027 });
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual({ date: '2026-12-31' });
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toEqual({ pending: 'calendarNotPublished', year: 2027 });
    expect(isWorkingDay(calendar, '2027-10-01')).toEqual({ pending: 'calendarNotPublished', year: 2027 });
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-05')).toEqual({
      pending: 'calendarNotPublished',
      year: 2027,
    });
  });

  test('a year published later settles the pending term', () => {
    const later = { ...calendar, years: [...calendar.years, 2027], holidays: [...calendar.holidays, '2027-01-01'] };
    expect(addWorkingDays(later, '2026-12-31', 1)).toEqual({ date: '2027-01-04' });
  });

  test('a gap year is missed even though later years are known', () => {
    expect(addWorkingDays({ ...calendar, years: [2024, 2026] }, '2024-12-31', 1)).toEqual({
      pending: 'calendarNotPublished',
      year: 2025,
    });
  });

  test('no day and no count are refused', () => {
    expect(() => addWorkingDays(calendar, '2026-02-30', 1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2026-02-03', 1.5)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2026-02-03', -1)).toThrow(RangeError);
    expect(() => workingDaysBetween(calendar, '2026-02-03', 'x')).toThrow(RangeError);
  });

  test('counting back what was counted on gives the term; before is negative', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2026-06-30') }),
        fc.integer({ min: 0, max: 60 }),
        (number, term) => {
          const from = dayOfNumber(number);
          const end = addWorkingDays(calendar, from, term);
          if (!('date' in end)) return false;
          const forth = workingDaysBetween(calendar, from, end.date);
          const back = workingDaysBetween(calendar, end.date, from);
          return (
            'days' in forth && 'days' in back && forth.days === term && Math.abs(back.days) === term && back.days <= 0
          );
        },
      ),
    );
  });
});
