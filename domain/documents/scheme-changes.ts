import { canonicalJson, type CanonicalValue } from '../proof/canonical-json';
import type { SchemeSummary } from './scheme-summary';

/** The parts of a scheme of which a letter says that they changed, in the order in which it sets them out. */
export const schemeParts = ['title', 'purpose', 'scope', 'strata', 'tasks', 'window', 'unannounced'] as const;
export type SchemePart = (typeof schemeParts)[number];

/** What each part says; how many firms the register held on the day of issue is no part of a scheme. */
const sayings: Record<SchemePart, (scheme: SchemeSummary) => unknown> = {
  title: ({ check }) => check.title,
  purpose: ({ purpose }) => purpose,
  scope: ({ scope }) => scope,
  strata: ({ strata }) => strata,
  tasks: ({ tasks }) =>
    tasks.map(({ department, items, officers, qualifications }) => ({
      department,
      items: items.map(({ name }) => name),
      officers,
      qualifications,
    })),
  window: ({ windowFrom, windowTo }) => ({ windowFrom, windowTo }),
  unannounced: ({ unannouncedBasis }) => unannouncedBasis,
};

/** In which parts the scheme of a round differs from what the letter of the round before laid before its addressees. */
export function changedParts(before: SchemeSummary, now: SchemeSummary): SchemePart[] {
  return schemeParts.filter((part) => !says(sayings[part](before), sayings[part](now)));
}

/** The tasks that changed: those of each department, as they were and as they are; nothing where it had or has none. */
export function changedTasks(before: SchemeSummary, now: SchemeSummary) {
  const of = ({ tasks }: SchemeSummary, department: string) => tasks.find((task) => task.department === department);
  const departments = [...new Set([...now.tasks, ...before.tasks].map(({ department }) => department))];
  const bare = (task: SchemeSummary['tasks'][number] | undefined) =>
    task && { items: task.items.map(({ name }) => name), officers: task.officers, qualifications: task.qualifications };
  return departments.flatMap((department) => {
    const [was, is] = [bare(of(before, department)), bare(of(now, department))];
    return says(was, is) ? [] : [{ department, was: was ?? null, is: is ?? null }];
  });
}

function says(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as CanonicalValue);
  return text(one) === text(other);
}
