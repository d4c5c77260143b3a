/**
 * The steps of one page of acts: those after the first act of the next, older page, up to the first act of its own; so each
 * step stands on one page, and none between two.
 * @param from first act of the page; absent on the newest one, which has every later step
 * @param next first act of the next page; absent on the oldest one
 */
export function stepsOfPage<S extends { at: Date }>(
  steps: readonly S[],
  from: { at: Date } | undefined,
  next: { at: Date } | undefined,
): S[] {
  return steps.filter(({ at }) => (!from || at <= from.at) && (!next || at > next.at));
}
