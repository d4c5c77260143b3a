import type { Changed } from './cases/changed-since';

/** Steps in their order as one change of each field: what it was before the first, what it is after the last, and whose that is. */
export function foldedChanges(steps: readonly Changed[]): Changed[] {
  const changed = new Map<string, Changed>();
  for (const step of steps) {
    const earlier = changed.get(step.field);
    changed.set(step.field, earlier ? { ...step, was: earlier.was } : step);
  }
  return [...changed.values()];
}
