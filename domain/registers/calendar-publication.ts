import { z } from 'zod';
import { weekdayOf, yearOf } from '../calendar/iso-day';
import { day, line } from '../fields';

const weekend = (date: string): boolean => [0, 6].includes(weekdayOf(date));

/** A year's calendar as the State Council notice gives it; publishing a known year amends it as a whole. */
export const CalendarPublication = z
  .object({
    year: z.int().min(2004).max(2100),
    source: line(200, 4),
    days: z
      .array(z.object({ date: day, kind: z.enum(['holiday', 'swapped-workday']), name: line(40) }).strict())
      .min(1)
      .max(120),
  })
  .strict()
  .superRefine((calendar, context) => {
    const seen = new Set<string>();
    for (const [index, { date, kind }] of calendar.days.entries()) {
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['days', index, 'date'], message });
      if (seen.has(date)) refuse('dayTwice');
      seen.add(date);
      if (yearOf(date) !== calendar.year) refuse('dayOfOtherYear');
      else if (kind === 'swapped-workday' && !weekend(date)) refuse('swappedWeekday');
    }
  });
export type CalendarPublication = z.infer<typeof CalendarPublication>;
