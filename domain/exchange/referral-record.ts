import { z } from 'zod';
import { exchangeTimeSchema } from './exchange-time';

const text = (most: number) => z.string().trim().min(1).max(most);

/** Why a referral about a firm goes out: to the public-credit system, or for joint discipline 联合惩戒. */
export const referralPurposeSchema = z.enum(['publicCredit', 'jointDiscipline']);

/** The referral record about a firm; the dossier itself stays here and is named by its hash. */
export const referralRecordSchema = z.strictObject({
  referralNo: text(50),
  purpose: referralPurposeSchema,
  checkNo: text(50),
  uscc: text(50),
  name: text(200),
  division: z.string().regex(/^\d{6}(\d{6})?$/),
  sendingDepartment: text(200),
  result: text(20),
  finding: text(2000),
  decidedAt: exchangeTimeSchema,
  dossierHash: z.string().regex(/^[0-9a-f]{64}$/),
  basis: text(500).optional(),
  measures: z.array(text(200)).max(20).optional(),
  contact: text(100).optional(),
});

export type ReferralRecord = z.infer<typeof referralRecordSchema>;
