import { amend } from '../../../domain/referral/acts/amend';
import type { Face } from '../face';
import { noContext } from '../no-context';
import { manyReferrals } from './many-referrals';
import { nothingToPrint } from '../nothing-to-print';
import { referralExamples } from './examples';
import { referralFacts } from './facts';
import { referredTo } from './referred-to';

/** How people see a referral. */
export const referralFace: Face<'referral'> = {
  facts: referralFacts,
  tints: { draft: 'grey', dispatched: 'blue', received: 'green', refused: 'red', concluded: 'green', givenUp: 'grey' },
  goesOn: 'nowhere',
  hint: referredTo,
  about: async () => noContext,
  choices: async () => ({}),
  async present(_world, { state }, act) {
    if (act.name !== amend.name) return {};
    const { addressee, facts, legalBasis, catalogueCode, attachments } = state;
    return { addressee, facts, legalBasis, catalogueCode, attachments };
  },
  many: manyReferrals,
  ownForms: {},
  fits: {},
  examples: referralExamples,
  prints: nothingToPrint,
  pages: [],
};
