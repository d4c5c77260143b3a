import type { Actor } from '../actor';
import { publishTermOf } from './publication-term';
import type { ResultState } from './state';

/** Whether a correction of what was decided before is on its way: neither public yet, nor kept from the public. */
export function correctionRuns(result: ResultState): boolean {
  const term = publishTermOf(result);
  if (!term) return false;
  // What was corrected before results kept their terms shows it by its versions alone.
  return term.of === 'correction' || (result.publishedVersion ?? Infinity) < result.version;
}

/**
 * Whether the correction that runs is another officer's to go on with. Whoever entered it mends it where it stands; once
 * they left the team, or it came back to be entered again, no correction is theirs alone.
 */
export function anotherCorrects(result: ResultState | undefined, actor: Actor): boolean {
  if (!result || !correctionRuns(result)) return false;
  if (result.stage === 'entered' || result.stage === 'awaitingVisit') return true;
  const there = [...result.officers, result.substitute?.officer].includes(result.enteredBy);
  return there && result.enteredBy !== actor.inspector;
}
