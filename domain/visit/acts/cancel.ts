import { z } from 'zod';
import { defineAct } from '../../act';
import type { VisitState } from '../state';

/** The check was ended before this object was visited. */
export const cancel = defineAct<VisitState>()({
  name: 'visit.cancel',
  stages: ['awaitingDate', 'scheduled', 'noticed'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  obstacle: (state) =>
    Object.values(state.results).some((result) => result.version > 0) ? 'RESULT_ENTERED' : undefined,
  decide: (state, _input, _actor, occasion) => ({ next: { ...state, stage: 'cancelled', since: occasion.at } }),
});
