import type { ReferralState } from '../../../domain/referral/state';
import type { Book } from '../book';
import { eachBy, itsOwn } from '../paper-of-case';
import { referralLetter } from './papers';
import { projectReferral } from './row';

/** A referral's list row and its letter. */
export const referralBook: Book<ReferralState> = {
  project: projectReferral,
  papers: { 'referral-letter': eachBy(referralLetter), 'clue-transfer': eachBy(referralLetter) },
  casesOf: itsOwn,
};
