import { z } from 'zod';
import { departmentCode } from '../../../domain/fields';
import { riskClasses, Scope, type Scheme } from '../../../domain/joint-check/scheme';

const day = z.int().min(-400).max(400);
const itemNumber = z.string().regex(/^[A-Z]{2}\d{3}$/);

/** What is checked: days count from the day on which the story is played, items are named without their department. */
const plan = z.strictObject({
  title: z.string(),
  purpose: z.string().default(''),
  lead: departmentCode,
  tasks: z.record(departmentCode, z.array(itemNumber).min(1)),
  scope: Scope,
  /** How many objects of each risk class are drawn. */
  draw: z.partialRecord(z.enum(riskClasses), z.int().min(1).max(100)),
  window: z.tuple([day, day]),
  objectsPerTrip: z.int().min(1).default(1),
  openAtOnce: z.boolean().default(false),
});
type Plan = z.infer<typeof plan>;

/** The parts of a plan that a revision changes. */
export const PlanChanges = z.strictObject({
  title: z.string().optional(),
  purpose: z.string().optional(),
  tasks: plan.shape.tasks.optional(),
  draw: plan.shape.draw.optional(),
  window: plan.shape.window.optional(),
});

const line = z.union([
  z.string(),
  z
    .record(z.string(), z.record(z.string(), z.unknown()).nullable())
    .refine((step) => Object.keys(step).length === 1, { error: 'one step a line' }),
]);

/** One joint check of the story: its plan, and what became of it, one step a line (data/demonstration/story/README.md). */
export const Chapter = plan.extend({ steps: z.array(line) });
export type Chapter = z.infer<typeof Chapter>;

/** The scheme that the lead department proposes; the days of its window are still counted from today. */
export function schemeOf(
  chapter: Plan,
): Omit<z.input<typeof Scheme>, 'windowFrom' | 'windowTo'> & { windowFrom: number; windowTo: number } {
  const [windowFrom, windowTo] = chapter.window;
  return {
    title: chapter.title,
    purpose: chapter.purpose,
    tasks: Object.entries(chapter.tasks).map(([department, numbers]) => ({
      department,
      items: numbers.map((number) => `${department}-${number}`),
      officers: 2,
    })),
    scope: chapter.scope,
    strata: riskClasses.flatMap((grade) => {
      const count = chapter.draw[grade];
      return count === undefined ? [] : [{ scale: 'general' as const, grade, count }];
    }),
    windowFrom,
    windowTo,
    objectsPerTrip: chapter.objectsPerTrip,
    openAtOnce: chapter.openAtOnce,
  };
}
