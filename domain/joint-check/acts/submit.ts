import { z } from 'zod';
import { defineAct } from '../../act';
import type { Obstacle } from '../../refusals/refusal-list';
import { theScheme } from '../replaced';
import { schemeQuestions, schemeStillHolds } from '../scheme-facts';
import { standingObjections, unanswered, type JointCheckState } from '../state';

/** 附件四（二）: after the consultation the lead submits the scheme for decision. */
export const submit = defineAct<JointCheckState>()({
  name: 'jointCheck.submit',
  stages: ['consulting', 'drafting'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  replaces: theScheme,
  input: z.object({}),
  obstacle: submissionObstacle,
  // What could not be decided any more is revised by the lead, and does not lie with the office first.
  facts: (state) => schemeQuestions(state.scheme),
  decide(state, _input, _actor, occasion, facts) {
    const obstacle = schemeStillHolds(state.scheme, state.lead, occasion.today, facts);
    if (obstacle) return obstacle;
    return {
      next: {
        ...state,
        stage: 'awaitingApproval',
        since: occasion.at,
        proposedDecision: undefined,
        decisionSentBack: undefined,
      },
    };
  },
});

/** Why a scheme cannot be decided on yet: a round is open, somebody was not asked, or an objection stands. */
export function submissionObstacle(state: JointCheckState): Obstacle | undefined {
  if (state.openRound) return 'ROUND_OPEN';
  if (unanswered(state).length > 0) return 'NOT_ALL_CONSULTED';
  if (standingObjections(state).length > 0) return 'OBJECTION_STANDS';
  return undefined;
}
