import { z } from 'zod';
import { details } from './details';

/** Rules of what goes to outside platforms. */
export const refusalsOfExchange = {
  MESSAGE_UNKNOWN: details({ message: z.string().optional() }),
  MESSAGE_NOT_PARKED: details({ state: z.string() }),
  MESSAGE_INCOMPLETE: details({ code: z.string(), fields: z.array(z.string()) }),
} as const;
