import { z } from 'zod';
import { defineAct } from '../../act';
import { enteredObstacle } from '../result';
import type { VisitState } from '../state';

/** The check was ended before this object was visited. */
export const cancel = defineAct<VisitState>()({
  name: 'visit.cancel',
  stages: ['awaitingDate', 'scheduled', 'noticed'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({}),
  obstacle: enteredObstacle,
  decide: (state, _input, _actor, occasion) => ({ next: { ...state, stage: 'cancelled', since: occasion.at } }),
});
