import { z } from 'zod';
import { bare, details } from './details';

/** What can stand against an act on a case of any kind. */
export const refusalsOfCases = {
  CASE_UNKNOWN: details({ case: z.string().optional() }),
  ACT_UNKNOWN: bare,
  WRONG_STAGE: bare,
  CASE_CLOSED: details({ case: z.string().optional() }),
  ALREADY_OPEN: bare,
  SAME_PERSON: bare,
  STALE_VERSION: details({
    current: z.number().optional(),
    /** Rows of a register that a file would change and that another changed since its check was shown. */
    changedRows: z
      .array(z.object({ line: z.int(), name: z.string(), by: z.string().nullable(), at: z.string().nullable() }))
      .optional(),
    /** What another changed since the version that was named. */
    changed: z
      .array(
        z.object({
          field: z.string(),
          was: z.unknown(),
          is: z.unknown(),
          by: z.string().nullable(),
          at: z.string(),
        }),
      )
      .optional(),
    register: z.string().optional(),
    id: z.string().optional(),
    version: z.number().optional(),
  }),
  TERM_UNCHANGED: bare,
  /** `day`: from which on it may be done again. */
  REMINDED_LATELY: details({ day: z.string() }),
  NOT_AWAITED: details({ department: z.string() }),
  KEY_USED_OTHERWISE: bare,
  TOO_MANY_ACTS: bare,
  REQUEST_UNSIGNED: bare,
  REQUEST_STALE: bare,
  STEP_PARKED: bare,
  STEP_UNKNOWN: bare,
  STEP_NOT_PARKED: bare,
  STEP_OTHERWISE: details({ kind: z.string() }),
  CASE_BEHIND: bare,
  ACT_PENDING: bare,
  ROW_NOT_OPENED: bare,
  REASON_NEEDED: bare,
  DATE_PAST: bare,
  DATE_IN_FUTURE: details({ date: z.string().optional() }),
} as const;
