import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar';
import { addWorkingDays } from '../../../domain/calendar/working-days';

interface YearFile {
  year: number;
  days: { date: string; kind: string }[];
}

const files = [2025, 2026].map(
  (year) =>
    JSON.parse(readFileSync(path.join(__dirname, '../../../data/calendar', `${year}.json`), 'utf8')) as YearFile,
);
const days = files.flatMap((file) => file.days);
/** The State Council's notices for 2025 and 2026, as the county begins with them. */
const calendar: WorkingCalendar = {
  years: files.map((file) => file.year),
  holidays: days.filter((day) => day.kind === 'holiday').map((day) => day.date),
  swappedWorkdays: days.filter((day) => day.kind === 'swapped-workday').map((day) => day.date),
};

// Worked out by hand on the notices; day 1 is the next working day, swapped days count, holidays do not.
test.each([
  ['completed before the National Day: Sunday 09-28 and Saturday 10-11 count', '2025-09-12', 20, '2025-10-16'],
  ['completed before the Spring Festival: 02-14 and 02-28 count', '2026-01-30', 20, '2026-03-05'],
  ['completed on a Saturday of a holiday', '2026-05-02', 20, '2026-06-01'],
  ['over the turn of the year: Sunday 01-04 counts', '2025-12-15', 20, '2026-01-13'],
  ['the last term that the calendar of 2026 reaches', '2026-12-03', 20, '2026-12-31'],
  ['a letter of five days', '2026-09-18', 5, '2026-09-24'],
  ['a letter of three days over May Day', '2026-04-30', 3, '2026-05-08'],
])('%s: %s + %i → %s', (_why, from, term, date) => {
  expect(addWorkingDays(calendar, from, term)).toEqual({ date });
});

test('a term that reaches a year without a calendar waits for it and is never guessed', () => {
  expect(addWorkingDays(calendar, '2026-12-04', 20)).toEqual({ pending: 'calendarNotPublished', year: 2027 });
});
