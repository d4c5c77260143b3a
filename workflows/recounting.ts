import { cases } from './case-activities';

/** M30: counts the terms of all open cases again after a year's calendar was published or amended; its id says which. */
export async function recounting(): Promise<void> {
  await cases.recountTerms();
}
