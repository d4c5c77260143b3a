import { z } from 'zod';
import { defineAct } from '../../act';
import { reason } from '../../fields';
import { publicNote } from '../../public-note';
import { basisFields, basisOf, basisQuestions } from '../basis';
import { endingEffects } from '../ending';
import type { JointCheckState } from '../state';

/**
 * The office's director ends an approved check with reason, on minutes or on an authorisation to end; the visits that are
 * open stay with their departments. An approved check is public, so the public is told why it ended.
 */
export const terminate = defineAct<JointCheckState>()({
  name: 'jointCheck.terminate',
  stages: ['approved', 'drawn', 'underway'],
  by: [{ capacity: 'officeDirector', as: 'office' }],
  input: z.object({ reason, publicNote, ...basisFields }),
  facts: (state, given, _actor, occasion) => basisQuestions(state, given, occasion),
  decide(state, given, actor, occasion, facts) {
    const basis = basisOf(given, 'end', occasion, facts);
    if ('refused' in basis) return basis;
    return {
      next: {
        ...state,
        stage: 'terminated',
        since: occasion.at,
        ending: { reason: given.reason, publicNote: given.publicNote, basis, by: actor.account, at: occasion.at },
      },
      reason: given.reason,
      attachments: facts.scans.map((scan) => scan.sha256),
      effects: endingEffects(state),
    };
  },
});
