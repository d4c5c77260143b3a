import { z } from 'zod';
import { line } from '../fields';

/** Days that a token may live: one that never ends is nobody's to look after. */
const daysAtMost = 366;

/** A token for a department's system: what it is called, what it may do of what its account may do, and for how many days. */
export const NewToken = z.object({
  label: line(60, 2),
  scope: z
    .array(z.enum(['read', 'act']))
    .min(1)
    .max(2),
  days: z.int().min(1).max(daysAtMost),
});
export type NewToken = z.infer<typeof NewToken>;

const dayMs = 86_400_000;

/** When a token ends that is made now. */
export const endOfToken = (now: Date, { days }: Pick<NewToken, 'days'>): Date => new Date(now.getTime() + days * dayMs);
