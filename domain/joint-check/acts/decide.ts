import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { openDraw } from '../../draw/state';
import { reason } from '../../fields';
import { authorisationObstacle, matterOf } from '../authorised';
import { theProposal } from '../replaced';
import { schemeQuestions, schemeStillHolds } from '../scheme-facts';
import { standingObjections, type JointCheckState } from '../state';

/** M10: the office's director decides on the handler's proposal; never the same person. */
export const decide = defineAct<JointCheckState>()({
  name: 'jointCheck.decide',
  stages: ['awaitingApproval'],
  by: [{ capacity: 'officeDirector', as: 'office' }],
  replaces: theProposal,
  input: z.object({ consent: z.enum(['confirm', 'sendBack']), reason: reason.optional() }),
  obstacle(state, actor) {
    if (!state.proposedDecision) return 'NO_DECISION_PROPOSED';
    if (state.proposedDecision.by === actor.account) return 'SAME_PERSON';
    return undefined;
  },
  // What the decision rests on is asked again where it takes effect: an authorisation, an item, the window may have ended since.
  facts(state, _input, _actor, occasion) {
    const basis = state.proposedDecision?.basis;
    const id = basis?.kind === 'authorisation' ? basis.id : '';
    const authorisation = { kind: 'authorisation' as const, id, on: occasion.today, items: state.items };
    return { authorisation, ...schemeQuestions(state.scheme) };
  },
  decide(state, input, actor, occasion, facts) {
    const proposed = state.proposedDecision;
    if (!proposed) return refuse('NO_DECISION_PROPOSED');
    if (input.consent === 'sendBack') {
      if (!input.reason) return refuse('REASON_NEEDED', { field: 'reason' });
      const decisionSentBack = { by: actor.account, at: occasion.at, reason: input.reason };
      return { next: { ...state, proposedDecision: undefined, decisionSentBack }, reason: input.reason };
    }
    if (state.openRound) return refuse('ROUND_OPEN');
    const objecting = standingObjections(state);
    if (objecting.length > 0) return refuse('OBJECTION_STANDS', { departments: objecting });

    const matter = matterOf(proposed.outcome);
    if (matter && proposed.basis?.kind === 'authorisation') {
      const obstacle = authorisationObstacle(facts.authorisation, matter);
      if (obstacle) return obstacle;
    }

    const decision = { ...proposed, decidedBy: actor.account, decidedAt: occasion.at };
    const decided: JointCheckState = { ...state, since: occasion.at, proposedDecision: undefined, decision };
    const letter = {
      kind: 'issueDocument' as const,
      document: 'decision' as const,
      subject: state.id,
      key: `${state.id}/decision/${occasion.at}`,
    };
    if (proposed.outcome === 'return')
      return { next: { ...decided, stage: 'returned' }, reason: proposed.reason, effects: [letter] };
    if (proposed.outcome === 'reject') {
      const ending = { reason: proposed.reason ?? '', by: actor.account, at: occasion.at };
      return { next: { ...decided, stage: 'terminated', ending }, reason: proposed.reason, effects: [letter] };
    }

    const obstacle = schemeStillHolds(state.scheme, state.lead, occasion.today, facts);
    if (obstacle) return obstacle;
    const draw = openDraw({ check: state, batch: 1, at: occasion.at, blocked: proposed.conditions.length > 0 });
    return {
      next: {
        ...decided,
        stage: 'approved',
        conditions: proposed.conditions.map((text) => ({ text })),
        batches: 1,
        draw: draw.id,
      },
      reason: input.reason,
      effects: [
        letter,
        {
          kind: 'issueDocument',
          document: 'work-plan' as const,
          subject: state.id,
          key: `${state.id}/work-plan/${occasion.at}`,
        },
        { kind: 'openCase', process: 'draw', id: draw.id, state: draw },
      ],
    };
  },
});
