import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { paragraph, reason } from '../../fields';
import { matterOf } from '../authorised';
import { basisFields, basisOf, basisQuestions } from '../basis';
import type { JointCheckState } from '../state';
import { theScheme } from '../replaced';
import { submissionObstacle } from './submit';

const input = z.object({
  outcome: z.enum(['approve', 'approveWithConditions', 'return', 'reject']),
  ...basisFields,
  conditions: z.array(paragraph(500)).max(10).default([]),
  reason: reason.optional(),
});

/** M10: the office's handler proposes a decision and names what it rests on. */
export const proposeDecision = defineAct<JointCheckState>()({
  name: 'jointCheck.proposeDecision',
  stages: ['awaitingApproval'],
  by: [{ capacity: 'officeHandler', as: 'office' }],
  replaces: theScheme,
  input,
  obstacle: (state) => (state.proposedDecision ? 'DECISION_PROPOSED' : submissionObstacle(state)),
  facts: (state, given, _actor, occasion) => basisQuestions(state, given, occasion),
  decide(state, given, actor, occasion, facts) {
    if (facts.scans.length !== given.attachments.length) return refuse('FILE_UNKNOWN');
    const approving = given.outcome === 'approve' || given.outcome === 'approveWithConditions';
    if (!approving && !given.reason) return refuse('REASON_NEEDED', { field: 'reason' });
    if (given.outcome === 'approveWithConditions' && given.conditions.length === 0)
      return refuse('CONDITIONS_NEEDED', { field: 'conditions' });
    if (given.outcome === 'approve' && given.conditions.length > 0)
      return refuse('CONDITIONS_WITHOUT_OUTCOME', { field: 'conditions' });

    const matter = matterOf(given.outcome);
    const basis = matter && basisOf(given, matter, occasion, facts);
    if (basis && 'refused' in basis) return basis;
    return {
      next: {
        ...state,
        decisionSentBack: undefined,
        proposals: (state.proposals ?? 0) + 1,
        proposedDecision: {
          outcome: given.outcome,
          basis,
          conditions: given.conditions,
          reason: given.reason,
          by: actor.account,
          at: occasion.at,
        },
      },
      reason: given.reason,
      attachments: facts.scans.map((scan) => scan.sha256),
    };
  },
});
