import { cases } from './case-activities';
import type { CalendarVersion } from './contracts';

/** M30: counts the terms of all open cases again after a year's calendar was published or amended. */
export async function recounting(calendar: CalendarVersion): Promise<void> {
  await cases.recountTerms(calendar);
}
