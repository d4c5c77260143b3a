import type { Effect } from '../../domain/effects';
import { startCase } from '../start-case';
import type { CarryOut } from './effect-world';

const pageSize = 100;
const startsAtOnce = 10;

/** Opens the visits of a batch in pages: rows first, then workflows, so that no visit runs that nobody can see. */
export const startVisits: CarryOut<Extract<Effect, { kind: 'startVisits' }>> = async (
  { gateway, visitsOf, recordVisits },
  { batch },
  { act },
  onProgress,
) => {
  const visits = await visitsOf(batch);
  for (let from = 0; from < visits.length; from += pageSize) {
    const page = visits.slice(from, from + pageSize);
    await recordVisits(page, act);
    for (let start = 0; start < page.length; start += startsAtOnce) {
      await Promise.all(page.slice(start, start + startsAtOnce).map(({ id }) => startCase(gateway, id)));
      onProgress();
    }
  }
};
