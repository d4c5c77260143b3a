import { z } from 'zod';

const text = (most: number) => z.string().trim().min(1).max(most);

/** The referral record about a firm, for the public-credit system and for joint discipline 联合惩戒. */
export const referralRecordSchema = z.strictObject({
  number: text(80),
  object: text(200),
  idCode: text(50),
  department: text(200),
  result: text(20),
  completedOn: z.iso.date(),
  facts: text(4000),
  legalBasis: text(300),
  catalogueCode: z.string().regex(/^\d{14}$/),
  /** Measures asked for. */
  measures: z.array(text(200)).max(20).optional(),
  /** SHA-256 of the dossier, which itself stays here. */
  dossierHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type ReferralRecord = z.infer<typeof referralRecordSchema>;
