import { amend } from '../../../domain/referral/acts/amend';
import type { Face } from '../face';
import { noContext } from '../no-context';
import { caseAddress, pathTo } from '../../paths';
import { firmReferralsPage } from './firm-referrals-page';
import { draftedText } from './drafted-text';
import { referableRecord } from '../../../services/queries/cases/referral-draft';
import { defaultLanguage } from '../../views/language';
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
  async present(world, { state }, act) {
    if (act.name !== amend.name) return {};
    const { addressee, facts, legalBasis, catalogueCode, attachments } = state;
    const record = facts === undefined && (await referableRecord(world.dataSource, state.visit, state.department));
    if (record) return { addressee, ...draftedText(world.views.texts.in(defaultLanguage), record), attachments };
    return { addressee, facts, legalBasis, catalogueCode, attachments };
  },
  many: manyReferrals,
  ownForms: {},
  fits: {},
  examples: referralExamples,
  prints: nothingToPrint,
  listAddress: (number, act) =>
    act === amend.name ? pathTo('firmReferrals', { number }) : caseAddress(`visit/${number}`),
  pages: [firmReferralsPage],
};
