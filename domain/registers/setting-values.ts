import { z } from 'zod';
import { day, line } from '../fields';

const days = z.int().min(1).max(250);
const basisPoints = z.int().min(0).max(10_000);
const Authorisation = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
    document: line(200, 2),
    scope: line(500, 2),
    validFrom: day,
    validTo: day,
  })
  .refine((value) => value.validFrom <= value.validTo, { path: ['validTo'], error: 'periodReversed' });

/** What each setting may hold. A key that is not here is no setting. */
export const settingValues = {
  'consultation.silence': z.enum(['agreed', 'leader', 'blocks']),
  'consultation.workingDays': days,
  'decision.authorisations': z.array(Authorisation).max(100),
  'draw.riskRatios': z.object({ A: basisPoints, B: basisPoints, C: basisPoints, D: basisPoints }).strict(),
  'draw.excludeOpenChecks': z.boolean(),
  'draw.officersPerDepartment': z.int().min(2).max(20),
  'publication.workingDays': days,
  'publication.correctionWorkingDays': days,
  'visit.caps': z.object({ day: z.int().min(1), week: z.int().min(1), month: z.int().min(1) }).strict(),
  'inspector.certificateWarningDays': z.int().min(1).max(365),
  'inspector.qualifications': z.array(line(40)).min(1).max(200),
} satisfies Record<string, z.ZodType>;

export type SettingKey = keyof typeof settingValues;
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingValues, key);
