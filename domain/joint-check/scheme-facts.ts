import { refuse, type Refused } from '../act';
import type { Answers, FactQuestion } from '../facts';
import type { Scheme } from './scheme';

/** What must be known of the registers before a scheme is accepted. */
export function schemeQuestions(scheme: Scheme) {
  return {
    departments: { kind: 'departments', codes: scheme.tasks.map((task) => task.department) },
    items: { kind: 'items', codes: scheme.tasks.flatMap((task) => task.items), on: scheme.windowFrom },
    count: { kind: 'scopeCount', scope: scheme.scope },
  } satisfies Record<string, FactQuestion>;
}

type SchemeAnswers = Answers<ReturnType<typeof schemeQuestions>>;

/**
 * The first rule that a scheme breaks, or nothing.
 * @param earliest day before which the window cannot begin: that of the proposal, or where it began already
 */
export function schemeObstacle(
  scheme: Scheme,
  { lead, today, earliest }: { lead: string; today: string; earliest: string },
  facts: SchemeAnswers,
): Refused | undefined {
  if (!scheme.tasks.some((task) => task.department === lead)) return refuse('LEAD_WITHOUT_ITEMS', { department: lead });
  if (scheme.windowTo < today) return refuse('WINDOW_PAST', { windowTo: scheme.windowTo });
  if (scheme.windowFrom < earliest)
    return refuse('WINDOW_BEFORE_PROPOSAL', { field: 'windowFrom', windowFrom: scheme.windowFrom });

  for (const { department } of scheme.tasks) {
    const known = facts.departments.find((candidate) => candidate.code === department);
    if (!known) return refuse('DEPARTMENT_UNKNOWN', { department });
    // A coordinating body approves, it never inspects; a body without inspection powers takes no items.
    if (!known.inspects) return refuse('DEPARTMENT_DOES_NOT_INSPECT', { department });
  }
  for (const task of scheme.tasks) {
    for (const code of task.items) {
      const item = facts.items.find((candidate) => candidate.code === code);
      if (!item) return refuse('ITEM_NOT_IN_FORCE', { item: code });
      if (item.department !== task.department)
        return refuse('ITEM_OF_OTHER_DEPARTMENT', { item: code, department: task.department });
    }
  }
  if (facts.count.total === 0) return refuse('SCOPE_EMPTY');
  return undefined;
}

/** Whether a scheme that was accepted earlier still holds today: its window is not over, its departments inspect, its items are in force. */
export function schemeStillHolds(
  scheme: Scheme,
  lead: string,
  today: string,
  facts: SchemeAnswers,
): Refused | undefined {
  return schemeObstacle(scheme, { lead, today, earliest: scheme.windowFrom }, facts);
}
