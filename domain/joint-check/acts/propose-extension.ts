import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { day, reason } from '../../fields';
import { withoutCertificate } from '../../visit/certified';
import type { JointCheckState } from '../state';

/** 延期: the lead asks for a later last day of the window, with its reason; the office's director consents or not. */
export const proposeExtension = defineAct<JointCheckState>()({
  name: 'jointCheck.proposeExtension',
  stages: ['underway'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  input: z.object({ windowTo: day, reason }),
  obstacle: (state) => (state.proposedExtension ? 'EXTENSION_PROPOSED' : undefined),
  facts: (state, input) => ({ teams: { kind: 'openTeams' as const, check: state.id, on: input.windowTo } }),
  decide(state, input, actor, occasion, facts) {
    if (input.windowTo <= state.scheme.windowTo)
      return refuse('EXTENSION_NOT_LATER', { field: 'windowTo', windowTo: state.scheme.windowTo });
    if (input.windowTo < occasion.today) return refuse('DATE_PAST', { field: 'windowTo' });
    const obstacle = withoutCertificate(facts.teams, input.windowTo);
    if (obstacle) return obstacle;
    const proposedExtension = { to: input.windowTo, reason: input.reason, by: actor.account, at: occasion.at };
    return { next: { ...state, proposedExtension, proposals: (state.proposals ?? 0) + 1 }, reason: input.reason };
  },
});
