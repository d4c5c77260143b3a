import { z } from 'zod';
import { bare, details } from './details';

/** Rules of a visit: its day, its officers, the on-site record, the result and its publication. */
export const refusalsOfVisits = {
  RESULT_UNKNOWN: details({ visit: z.string(), department: z.string() }),
  NOT_ASSIGNED: bare,
  OFFICER_CANNOT_REVIEW: bare,
  OFFICER_NOT_ELIGIBLE: bare,
  OFFICER_ALREADY_ASSIGNED: bare,
  DATE_BEFORE_WINDOW: bare,
  DATE_OUTSIDE_WINDOW: details({ from: z.string(), to: z.string() }),
  RESULT_ENTERED: bare,
  ITEM_NOT_OF_FORM: bare,
  ITEM_TWICE: bare,
  ITEMS_MISSING: bare,
  PROBLEM_WITH_CODE_1: bare,
  PROBLEM_MISSING: bare,
  FOLLOW_UP_NEEDED: bare,
  FOLLOW_UP_WITHOUT_PROBLEM: bare,
  WITNESS_NEEDED: bare,
  EVIDENCE_NEEDED: bare,
  NO_OPEN_DISPOSITION: bare,
  NO_WITHHOLDING_PROPOSED: bare,
  NOTHING_TO_PUBLISH: bare,
  NOT_PUBLISHED: bare,
} as const;
