import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { day, fileIds, line, paragraph, reason } from '../../fields';
import type { AuthorisedMatter } from '../../registers/setting-values';
import { authorisationObstacle, matterOf } from '../authorised';
import type { Basis, JointCheckState } from '../state';
import { theScheme } from '../replaced';
import { submissionObstacle } from './submit';

const input = z.object({
  outcome: z.enum(['approve', 'approveWithConditions', 'return', 'reject']),
  basis: z.enum(['minutes', 'authorisation']).optional(),
  minutesNumber: line(60).optional(),
  minutesDate: day.optional(),
  attachments: fileIds.default([]),
  authorisation: line(64, 0).optional().meta({ options: 'authorisations' }),
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
  facts: (state, given, _actor, occasion) => ({
    scans: { kind: 'attachments' as const, ids: given.attachments },
    authorisation: {
      kind: 'authorisation' as const,
      id: given.authorisation ?? '',
      on: occasion.today,
      items: state.items,
    },
  }),
  decide(state, given, actor, occasion, facts) {
    if (facts.scans.length !== given.attachments.length) return refuse('FILE_UNKNOWN');
    const approving = given.outcome === 'approve' || given.outcome === 'approveWithConditions';
    if (!approving && !given.reason) return refuse('REASON_NEEDED', { field: 'reason' });
    if (given.outcome === 'approveWithConditions' && given.conditions.length === 0)
      return refuse('CONDITIONS_NEEDED', { field: 'conditions' });
    if (given.outcome === 'approve' && given.conditions.length > 0)
      return refuse('CONDITIONS_WITHOUT_OUTCOME', { field: 'conditions' });

    const matter = matterOf(given.outcome);
    const basis = matter ? basisOf(matter) : undefined;
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

    function basisOf(matter: AuthorisedMatter): Basis | ReturnType<typeof refuse> {
      if (given.basis === 'minutes') {
        const scan = facts.scans[0];
        if (!given.minutesNumber || !given.minutesDate || !scan)
          return refuse('MINUTES_INCOMPLETE', { field: 'minutesNumber' });
        if (given.minutesDate > occasion.today)
          return refuse('DATE_IN_FUTURE', { field: 'minutesDate', date: given.minutesDate });
        return { kind: 'minutes', number: given.minutesNumber, date: given.minutesDate, scan: scan.id };
      }
      if (given.basis === 'authorisation') {
        if (!given.authorisation) return refuse('BASIS_NEEDED', { field: 'authorisation' });
        const obstacle = authorisationObstacle(facts.authorisation, matter);
        if (obstacle || 'missing' in facts.authorisation) return obstacle ?? refuse('AUTHORISATION_NOT_VALID');
        const { id, document, scope, validTo } = facts.authorisation;
        return { kind: 'authorisation', id, document, scope, validTo };
      }
      return refuse('BASIS_NEEDED', { field: 'basis' });
    }
  },
});
