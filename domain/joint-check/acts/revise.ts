import { z } from 'zod';
import { defineAct } from '../../act';
import { reason } from '../../fields';
import { Scheme } from '../scheme';
import { schemeObstacle, schemeQuestions } from '../scheme-facts';
import { touchedBy } from '../revision';
import { theScheme } from '../replaced';
import type { JointCheckState } from '../state';

/** A revision asks again only those whom it touches; an objection whose cause it removes is asked again too. */
export const revise = defineAct<JointCheckState>()({
  name: 'jointCheck.revise',
  stages: ['drafting', 'consulting', 'returned'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  replaces: theScheme,
  input: z.object({ scheme: Scheme, reason }),
  obstacle: (state) => (state.openRound ? 'ROUND_OPEN' : undefined),
  facts: (_state, input) => schemeQuestions(input.scheme),
  decide(state, input, actor, occasion, facts) {
    // What was proposed in time stays so; another beginning is a new one.
    const begun = state.scheme.windowFrom < occasion.today ? state.scheme.windowFrom : occasion.today;
    const obstacle = schemeObstacle(input.scheme, { lead: state.lead, today: occasion.today, earliest: begun }, facts);
    if (obstacle) return obstacle;

    const touched = touchedBy(state, input.scheme);
    const answers = { ...state.answers };
    for (const department of touched) {
      const answer = answers[department];
      if (answer?.verdict === 'object' && !answer.ended)
        answers[department] = { ...answer, ended: { how: 'revision', at: occasion.at } };
    }
    return {
      next: {
        ...state,
        stage: 'drafting',
        since: occasion.at,
        scheme: input.scheme,
        items: facts.items.map(({ code, version, department }) => ({ code, version, department })),
        schemeVersion: state.schemeVersion + 1,
        answers,
        toBeAsked: [...new Set([...state.toBeAsked, ...touched])],
        proposedDecision: undefined,
      },
      reason: input.reason,
    };
  },
});
