import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import type { DrawState } from '../state';

/** 04-draw.md step 4: the office's handler draws, once; the result follows from what was frozen. */
export const hold = defineAct<DrawState>()({
  name: 'draw.hold',
  stages: ['frozen'],
  by: [{ capacity: 'officeHandler', as: 'office' }],
  input: z.object({}),
  obstacle: (state, actor) => (state.frozenBy?.account === actor.account ? 'SAME_PERSON' : undefined),
  prepares: (state) => ({ kind: 'performDraw' as const, batch: state.number }),
  decide(state, _input, actor, occasion, facts) {
    // No visit could be dated any more.
    if (state.scheme.windowTo < occasion.today) return refuse('WINDOW_PAST', { windowTo: state.scheme.windowTo });
    const { prkHash, resultHash, drawn } = facts.prepared;
    return {
      next: {
        ...state,
        stage: state.scheme.openAtOnce ? 'opened' : 'drawn',
        since: occasion.at,
        prkHash,
        resultHash,
        drawn,
        drawnBy: { account: actor.account, at: occasion.at },
      },
      effects: [
        {
          kind: 'tellCase',
          id: state.check,
          act: 'jointCheck.noteDraw',
          input: { draw: state.id, drawn },
          submission: `${state.id}/drawn`,
        },
        { kind: 'startVisits', check: state.check, batch: state.number },
        {
          kind: 'tellCase',
          id: state.check,
          act: 'jointCheck.noteStart',
          input: { visits: drawn },
          submission: `${state.id}/started`,
        },
      ],
    };
  },
});
