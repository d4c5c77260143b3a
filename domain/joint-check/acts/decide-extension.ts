import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { withoutCertificate } from '../../visit/certified';
import { basisFields, basisOf, basisQuestions } from '../basis';
import { theProposal } from '../replaced';
import type { JointCheckState } from '../state';

/** 延期: the director's consent, on minutes or on an authorisation to extend, moves the last day of the window, and every visit whose notice is not out yet learns it. */
export const decideExtension = defineAct<JointCheckState>()({
  name: 'jointCheck.decideExtension',
  stages: ['underway'],
  by: [{ capacity: 'officeDirector', as: 'office' }],
  replaces: theProposal,
  input: z.object({ consent: z.enum(['confirm', 'refuse']), ...basisFields, reason: reason.optional() }),
  obstacle(state, actor) {
    if (!state.proposedExtension) return 'NO_EXTENSION_PROPOSED';
    return state.proposedExtension.by === actor.account ? 'SAME_PERSON' : undefined;
  },
  facts: (state, input, _actor, occasion) => ({
    ...basisQuestions(state, input, occasion),
    teams: { kind: 'openTeams' as const, check: state.id, on: state.proposedExtension?.to ?? occasion.today },
  }),
  decide(state, input, _actor, occasion, facts) {
    const proposed = state.proposedExtension;
    if (!proposed) return refuse('NO_EXTENSION_PROPOSED');
    if (input.consent === 'refuse') {
      if (!input.reason) return refuse('REASON_NEEDED', { field: 'reason' });
      return { next: { ...state, proposedExtension: undefined }, reason: input.reason };
    }
    if (proposed.to < occasion.today) return refuse('DATE_PAST');
    const obstacle = withoutCertificate(facts.teams, proposed.to);
    if (obstacle) return obstacle;
    const basis = basisOf(input, 'extend', occasion, facts);
    if ('refused' in basis) return basis;
    const { to, reason } = proposed;
    const extension = { from: state.scheme.windowTo, to, reason, basis, at: occasion.at };
    const extensions = [...state.extensions, extension];
    return {
      next: { ...state, proposedExtension: undefined, scheme: { ...state.scheme, windowTo: proposed.to }, extensions },
      reason: input.reason ?? proposed.reason,
      attachments: facts.scans.map((scan) => scan.sha256),
      effects: [
        {
          kind: 'tellVisits',
          check: state.id,
          act: 'visit.noteExtension',
          input: { windowTo: proposed.to },
          submission: `${state.id}/extension-${extensions.length}`,
        },
      ],
    };
  },
});
