import { regular } from './case-run/activities-of-a-case';
import type { CalendarVersion } from './contracts';

/** M30: counts the terms of all open cases again after a year's calendar was published or amended. */
export async function recounting(calendar: CalendarVersion): Promise<void> {
  await regular.recountTerms(calendar);
}
