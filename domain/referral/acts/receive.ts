import { z } from 'zod';
import { defineAct } from '../../act';
import { theDossier, turned } from '../replaced';
import type { ReferralState } from '../state';

/** The receiving department acknowledges the referral. */
export const receive = defineAct<ReferralState>()({
  name: 'referral.receive',
  stages: ['dispatched'],
  by: [{ capacity: 'departmentHandler', as: 'addressee' }],
  replaces: theDossier,
  input: z.object({}),
  decide: (state, _input, actor, occasion) => ({
    next: turned(state, { stage: 'received', since: occasion.at, receipt: { at: occasion.at, by: actor.account } }),
  }),
});
