import { z } from 'zod';
import { day, line } from '../fields';

/** 政府信息公开条例 第二十六条: what is to be public is public within 20 working days; a county may only be quicker. */
const disclosureDays = z.int().min(1).max(20);
/** Working days that a unit may be given to answer. */
export const answerDays = z.int().min(1).max(30);
const basisPoints = z.int().min(0).max(10_000);
/** 审定（同意、原则同意） · 不同意 · 终止 · 延期. */
export const authorisedMatters = ['determine', 'refuse', 'end', 'extend'] as const;
export type AuthorisedMatter = (typeof authorisedMatters)[number];
const Authorisation = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
    document: line(200, 2),
    scope: line(500, 2),
    /** What may rest on it. */
    matters: z.array(z.enum(authorisedMatters)).min(1).default(['determine']),
    /** Of which class the items of a check must be: 重点 or 一般 (those of no class count as 一般). */
    itemClasses: z
      .array(z.enum(['key', 'general']))
      .min(1)
      .default(['general']),
    validFrom: day,
    validTo: day,
  })
  .refine((value) => value.validFrom <= value.validTo, { path: ['validTo'], error: 'periodReversed' });

/** What each setting may hold. A key that is not here is no setting; one that no rule reads does not belong here. */
export const settingValues = {
  'consultation.silence': z.enum(['agreed', 'leader', 'blocks']),
  'consultation.workingDays': answerDays,
  'consultation.remindDays': z.int().min(1).max(10),
  'decision.authorisations': z.array(Authorisation).max(100),
  'draw.riskRatios': z.object({ A: basisPoints, B: basisPoints, C: basisPoints, D: basisPoints }).strict(),
  'draw.excludeOpenChecks': z.boolean(),
  'draw.officersPerDepartment': z.int().min(2).max(20),
  'notice.conduct': z.array(line(300)).min(1).max(40),
  'draw.handChangedClassDays': z.int().min(1).max(365),
  'task.workingDays': answerDays,
  'reminder.leastDays': z.int().min(0).max(30),
  'series.unfinishedMinutes': z.int().min(1).max(1440),
  'publication.workingDays': disclosureDays,
  'publication.correctionWorkingDays': disclosureDays,
  'disposition.abnormalListWorkingDays': z.int().min(1).max(10),
  'inspector.certificateWarningDays': z
    .array(z.int().min(1).max(365))
    .min(1)
    .max(6)
    .refine((list) => list.every((days, index) => index === 0 || days < (list[index - 1] ?? 0)), {
      error: 'daysNotFalling',
    }),
  'mail.digestHour': z.int().min(0).max(23),
  'inspector.qualifications': z.array(line(40)).min(1).max(200),
} satisfies Record<string, z.ZodType>;

export type SettingKey = keyof typeof settingValues;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingValues)[K]>;
/** Settings that give a term in working days. */
export type TermSetting = {
  [K in SettingKey]: K extends `${string}orkingDays` ? K : never;
}[SettingKey];

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingValues, key);
