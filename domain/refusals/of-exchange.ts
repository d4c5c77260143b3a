import { z } from 'zod';
import { bare, details } from './details';

/** Rules of what goes to outside platforms. */
export const refusalsOfExchange = {
  MESSAGE_UNKNOWN: details({ message: z.string().optional() }),
  MESSAGE_NOT_PARKED: details({ state: z.string() }),
  /** The result is still to be published, and its publication tells the credit system of it. */
  GOES_WITH_PUBLICATION: bare,
  /** A later message about the same result says more; `by` is its number. */
  MESSAGE_OVERTAKEN: details({ by: z.number() }),
  /** What was recorded (result, day, authority) is corrected by an act on the case, never in the message. */
  FIELD_NOT_CORRECTABLE: details({ fields: z.array(z.string()) }),
  MESSAGE_INCOMPLETE: details({ code: z.string(), fields: z.array(z.string()) }),
} as const;
