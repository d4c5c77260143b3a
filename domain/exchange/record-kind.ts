import { z } from 'zod';

/** The kinds of record that cross the border to an exchange platform. */
export const recordKindSchema = z.enum(['checkAction', 'spotCheck', 'referral']);

export type RecordKind = z.infer<typeof recordKindSchema>;
