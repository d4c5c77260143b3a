import { z } from 'zod';
import { bare, details } from './details';

/** Rules of a referral to another department. */
export const refusalsOfReferrals = {
  ADDRESSEE_NEEDED: bare,
  /** The unit stands on the list no longer. */
  ADDRESSEE_GONE: details({ department: z.string() }),
  /** Nobody of the unit could take the referral. */
  ADDRESSEE_WITHOUT_HANDLER: details({ department: z.string() }),
  /** Somebody of the unit can do what it was sent. */
  ADDRESSEE_HAS_HANDLER: details({ department: z.string() }),
  ADDRESSEE_IS_PLATFORM: bare,
  ADDRESSEE_IS_SENDER: bare,
  ADDRESSEE_REPORTS: bare,
  REFERRAL_INCOMPLETE: bare,
  /** Another referral of the result to the same receiver is not closed; by id and by number. */
  REFERRAL_RUNNING: details({ case: z.string(), referral: z.string() }),
  RESULT_CORRECTED: bare,
  REFUSED_BY_DEPARTMENT: bare,
} as const;
