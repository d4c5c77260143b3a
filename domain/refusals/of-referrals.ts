import { bare } from './details';

/** Rules of a referral to another department. */
export const refusalsOfReferrals = {
  ADDRESSEE_NEEDED: bare,
  ADDRESSEE_IS_SENDER: bare,
  ADDRESSEE_REPORTS: bare,
  REFERRAL_INCOMPLETE: bare,
  RESULT_CORRECTED: bare,
  REFUSED_BY_DEPARTMENT: bare,
} as const;
