import { plainText } from '../proof/plain-text';
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
  tasks: ({ tasks }) => tasks.map((task) => ({ department: task.department, ...saidOf(task) })),
  window: ({ windowFrom, windowTo }) => ({ windowFrom, windowTo }),
  unannounced: ({ unannouncedBasis }) => unannouncedBasis,
};

/** In which parts the scheme of a round differs from what the letter of the round before laid before its addressees. */
export function changedParts(before: SchemeSummary, now: SchemeSummary): SchemePart[] {
  return schemeParts.filter((part) => plainText(sayings[part](before)) !== plainText(sayings[part](now)));
}

/** The tasks that changed: those of each department, as they were and as they are; nothing where it had or has none. */
export function changedTasks(before: SchemeSummary, now: SchemeSummary) {
  const of = ({ tasks }: SchemeSummary, department: string) => {
    const task = tasks.find((one) => one.department === department);
    return task ? saidOf(task) : null;
  };
  const departments = [...new Set([...now.tasks, ...before.tasks].map(({ department }) => department))];
  return departments.flatMap((department) => {
    const [was, is] = [of(before, department), of(now, department)];
    return plainText(was) === plainText(is) ? [] : [{ department, was, is }];
  });
}

/** What a letter says of a task. */
function saidOf({ items, officers, qualifications }: SchemeSummary['tasks'][number]) {
  return { items: items.map(({ name }) => name), officers, qualifications };
}
