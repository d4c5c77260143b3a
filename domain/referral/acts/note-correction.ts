import { z } from 'zod';
import { defineAct } from '../../act';
import { turned } from '../replaced';
import type { ReferralState } from '../state';

/**
 * The result that this referral rests on was corrected and reviewed again: what was drafted is read over by the handler
 * before it goes out. One that has left meanwhile keeps its text; it only shows that the result is another now.
 */
export const noteCorrection = defineAct<ReferralState>()({
  name: 'referral.noteCorrection',
  stages: ['draft', 'refused', 'dispatched', 'received'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ resultVersion: z.int().min(1), code: z.string().max(4).optional() }),
  decide: (state, { resultVersion, code }, _actor, occasion) => ({
    next: turned(state, { corrected: { at: occasion.at, version: resultVersion, code } }),
  }),
});
