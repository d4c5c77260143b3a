import { z } from 'zod';
import { bare, details } from './details';

/** Who somebody is, and what their account may do. */
export const refusalsOfPeople = {
  NOT_SIGNED_IN: bare,
  SIGN_IN_FAILED: bare,
  SIGN_IN_LOCKED: details({ until: z.string() }),
  TOO_MANY_REQUESTS: bare,
  PASSWORD_CHANGE_NEEDED: bare,
  PASSWORD_TOO_WEAK: bare,
  PASSWORD_WRONG: bare,
  FORM_EXPIRED: bare,
  TOKEN_SCOPE: details({ scope: z.string() }),
  NOT_ENTITLED: details({ capacity: z.string().optional(), page: z.string().optional() }),
  ACCOUNT_NOT_ENTITLED: details({ capacity: z.string().optional() }),
  OTHER_UNIT_IN_CASE: bare,
  OWN_ACCOUNT: bare,
  MACHINE_ACCOUNT: bare,
  NO_MACHINE_ACCOUNT: bare,
  TOKEN_TOLD: bare,
  ACCOUNT_HAS_TASKS: details({ count: z.number(), cases: z.array(z.string()) }),
  INSPECTOR_MISSING: bare,
  INSPECTOR_OF_OTHER_UNIT: details({ inspector: z.string() }),
  CAPACITIES_NONE: bare,
  CAPACITIES_APART: details({ capacities: z.array(z.string()) }),
  CAPACITY_OF_OTHER_UNIT: details({ capacity: z.string(), department: z.string() }),
} as const;
