import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { day } from '../../fields';
import type { VisitState } from '../state';

/** The window of the check was extended; a visit whose notice is out keeps the day that the firm was told. */
export const noteExtension = defineAct<VisitState>()({
  name: 'visit.noteExtension',
  stages: ['awaitingDate', 'scheduled'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ windowTo: day }),
  decide(state, input) {
    if (input.windowTo <= state.windowTo) return refuse('EXTENSION_NOT_LATER', { windowTo: state.windowTo });
    return { next: { ...state, windowTo: input.windowTo } };
  },
});
