import type { DepartmentTask } from '../joint-check/scheme';
import { sameText } from '../text/normal-form';
import { fillSlots } from './formula/filling';

/** What a department lacks to send a team anywhere at all. */
export interface Shortage {
  /** The first place of the team that nobody is left for, from 1. */
  slot: number;
  /** What that place asks for; absent for an unrestricted one. */
  qualification?: string;
}

/**
 * Whether the officers of a department who may be drawn fill one team, by the filling of the draw itself. Who must keep away
 * from a firm is not asked here: the freeze asks it of every firm.
 */
export function shortageOf(
  { officers, qualifications }: Pick<DepartmentTask, 'officers' | 'qualifications'>,
  available: readonly { qualifications: readonly string[] }[],
): Shortage | undefined {
  const { failedSlot } = fillSlots([...available.keys()], officers, (candidate, slot) => {
    const wanted = qualifications[slot];
    return wanted === undefined || (available[candidate]?.qualifications ?? []).some((held) => sameText(held, wanted));
  });
  if (failedSlot === undefined) return undefined;
  const qualification = qualifications[failedSlot];
  return { slot: failedSlot + 1, ...(qualification !== undefined && { qualification }) };
}
