import { z } from 'zod';
import { day, departmentCode, itemCode, line, registerLine, registerParagraph } from '../fields';

export const riskClasses = ['A', 'B', 'C', 'D'] as const;
export const objectKinds = [
  'enterprise',
  'individualBusiness',
  'cooperative',
  'representativeOffice',
  'unlicensed',
  'nonEnterpriseUnit',
  'product',
  'project',
  'behaviour',
] as const;

const codes = (pattern: RegExp, max: number) => z.array(z.string().regex(pattern)).max(max).default([]);

/** Which objects of the register the check is about; an empty list sets no limit of that sort. */
export const Scope = z.object({
  kinds: z.array(z.enum(objectKinds)).max(objectKinds.length).default([]),
  industries: codes(/^[A-T]$|^\d{2,4}$/, 200).meta({ options: 'industries' }),
  divisions: codes(/^\d{6}(\d{3})?(\d{3})?$/, 400).meta({ options: 'divisions' }),
  tags: z.array(registerLine(40)).max(50).default([]),
  riskClasses: z.array(z.enum(riskClasses)).max(4).default([]),
});
export type Scope = z.infer<typeof Scope>;

/** Scales by which objects are graded; the enterprise credit class is the general one. */
export const scales = ['general'] as const;

/**
 * Objects that are drawn alike and how many of them: those of one grade of a scale, those that the scale has not graded, or
 * all of the scope; a ratio in integer basis points, or a count, never both.
 */
export const Stratum = z
  .object({
    scale: z.enum(scales).optional(),
    grade: z.enum(riskClasses).optional(),
    unclassified: z.literal(true).optional(),
    all: z.literal(true).optional(),
    basisPoints: z.int().min(0).max(10_000).optional(),
    count: z.int().min(0).max(1_000_000_000).optional(),
  })
  .strict()
  .refine((stratum) => (stratum.basisPoints === undefined) !== (stratum.count === undefined), {
    error: 'ratioOrCount',
  })
  .refine(
    ({ scale, grade, unclassified, all }) =>
      [grade, unclassified, all].filter((of) => of !== undefined).length === 1 &&
      (scale === undefined) === (all === true),
    { error: 'stratumOfWhat' },
  );

export type Stratum = z.infer<typeof Stratum>;

/** What a stratum is called inside the house: `general:A`, `general:none` or `all`. */
export const stratumKey = ({ scale, grade, all }: Pick<Stratum, 'scale' | 'grade' | 'all'>): string =>
  all ? 'all' : `${scale}:${grade ?? 'none'}`;

/** Whom a stratum draws from: a grade, `none` for those without one, or `all`. */
export const drawnFrom = ({
  grade,
  all,
}: Pick<Stratum, 'grade' | 'all'>): (typeof riskClasses)[number] | 'none' | 'all' => (all ? 'all' : (grade ?? 'none'));

/** Whether a text is what `stratumKey` calls a stratum. */
export const isStratumKey = (key: string): boolean =>
  key === 'all' || [...riskClasses, 'none'].some((grade) => key === `general:${grade}`);

/** The stratum of a scheme that an object of this class is drawn in, by its key; nothing where the scheme has none for it. */
export function stratumOf(strata: readonly Stratum[], riskClass: string | null): string | undefined {
  return strata.map(stratumKey).find((key) => key === 'all' || key === `general:${riskClass ?? 'none'}`);
}

/** Strata of schemes before a stratum could be anything but a class. */
export const strataFromClasses = (strata: readonly (Stratum & { riskClass?: Stratum['grade'] })[]): Stratum[] =>
  strata.map(({ riskClass, ...rest }) =>
    riskClass === undefined ? rest : { scale: 'general', grade: riskClass, ...rest },
  );

export const DepartmentTask = z.object({
  department: departmentCode,
  items: z.array(itemCode).min(1, { error: 'itemsNeeded' }).max(60),
  /** 行政处罚法 第四十二条: never fewer than two officers. */
  officers: z.int().min(2).max(20).default(2),
  qualifications: z.array(line(40)).max(5).default([]),
});
export type DepartmentTask = z.infer<typeof DepartmentTask>;

const isGiven = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');

/** What a joint check is to do: the plan that is consulted on, approved and drawn. */
export const Scheme = z
  .object({
    /** Title, purpose and tags go public, and so no number of an identity card stands in them. */
    title: registerLine(100, 4),
    purpose: registerParagraph(2000, 0).default('').meta({ widget: 'textarea' }),
    tasks: z.array(DepartmentTask).min(2, { error: 'participantsNeeded' }).max(30),
    scope: Scope,
    strata: z
      .array(Stratum)
      .min(1, { error: 'strataNeeded' })
      .max(riskClasses.length + 1),
    windowFrom: day,
    windowTo: day,
    objectsPerTrip: z.int().min(1).max(50).default(1),
    /** The result of the draw opens at once instead of after the visits (04-draw.md, step 5). */
    openAtOnce: z.boolean().default(false),
    excludeOpenChecks: z.boolean().default(true),
    /** 飞行检查: the law that forbids to tell the firm beforehand; without it a notice is due. */
    unannouncedBasis: line(200, 4).optional(),
  })
  .refine((scheme) => scheme.windowFrom <= scheme.windowTo, {
    path: ['windowTo'],
    error: 'windowReversed',
    // Whoever fills in one step after the other is told at its end, not when everything else is there.
    when: ({ value, issues }) =>
      isGiven(value, ['windowFrom', 'windowTo']) && !issues.some(({ path }) => /^window/.test(String(path?.[0]))),
  })
  .refine((scheme) => new Set(scheme.tasks.map((task) => task.department)).size === scheme.tasks.length, {
    path: ['tasks'],
    error: 'departmentTwice',
  })
  .refine((scheme) => new Set(scheme.strata.map(stratumKey)).size === scheme.strata.length, {
    path: ['strata'],
    error: 'riskClassTwice',
  })
  .refine((scheme) => scheme.strata.length === 1 || !scheme.strata.some((stratum) => stratum.all), {
    path: ['strata'],
    error: 'allAlone',
  });
export type Scheme = z.infer<typeof Scheme>;

/** An item with the version in force when the scheme was set down: later changes of the list do not touch the check. */
export interface ItemInForce {
  code: string;
  version: number;
  department: string;
}

/** A scheme in today's form: in older ones a stratum could only be a class. */
export const schemeOfToday = (scheme: Scheme): Scheme => ({ ...scheme, strata: strataFromClasses(scheme.strata) });
