import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { fileIds, paragraph } from '../../fields';
import { theDossier, turned } from '../replaced';
import type { ReferralState } from '../state';

/** What became of it: the addressee reports; for an outside receiver the sender enters what came back. */
export const reportOutcome = defineAct<ReferralState>()({
  name: 'referral.reportOutcome',
  stages: ['received'],
  by: [
    { capacity: 'departmentHandler', as: 'addressee' },
    { capacity: 'departmentHandler', as: 'sender' },
  ],
  replaces: theDossier,
  input: z.object({ statement: paragraph(2000, 4), attachments: fileIds.default([]) }),
  obstacle: (state, actor) =>
    state.addressee && state.addressee !== actor.department ? 'ADDRESSEE_REPORTS' : undefined,
  facts: (_state, input) => ({ files: { kind: 'attachments' as const, ids: input.attachments } }),
  decide(state, input, _actor, occasion, facts) {
    if (facts.files.length !== input.attachments.length) return refuse('FILE_UNKNOWN', { field: 'attachments' });
    return {
      next: turned(state, {
        stage: 'concluded',
        since: occasion.at,
        outcome: { at: occasion.at, statement: input.statement },
      }),
      reason: input.statement,
      attachments: facts.files.map((file) => file.sha256),
    };
  },
});
