import { z } from 'zod';
import { isWeekend, yearOf } from '../calendar/iso-day';
import { day, line } from '../fields';

/** A day as somebody lists it; `ordinary` takes back what was said of it before. */
const ListedDay = z.discriminatedUnion('kind', [
  z.object({ date: day, kind: z.enum(['holiday', 'swapped-workday']), name: line(40) }).strict(),
  z.object({ date: day, kind: z.literal('ordinary') }).strict(),
]);

/**
 * What a notice of the State Council says of a year: all its days that differ from their weekday (`whole`), so that what it
 * does not list is taken away, or only what changes (`listed`). A notice may hold days of the year before or after, too
 * (元旦 begins in December); of those it changes what it lists and takes nothing away.
 */
export const CalendarPublication = z
  .object({
    year: z.int().min(2004).max(2100),
    source: line(200, 4),
    scope: z.enum(['whole', 'listed']),
    days: z.array(ListedDay).min(1).max(240),
  })
  .strict()
  .superRefine((calendar, context) => {
    const seen = new Set<string>();
    for (const [index, { date, kind }] of calendar.days.entries()) {
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['days', index, 'date'], message });
      if (seen.has(date)) refuse('dayTwice');
      seen.add(date);
      if (Math.abs(yearOf(date) - calendar.year) > 1) refuse('dayOfOtherYear');
      else if (kind === 'swapped-workday' && !isWeekend(date)) refuse('swappedWeekday');
    }
  });
export type CalendarPublication = z.infer<typeof CalendarPublication>;
