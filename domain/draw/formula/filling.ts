/** Either the team in slot order, or the first slot (from 0) that cannot be filled. */
export type Filling = { team: number[]; failedSlot?: undefined } | { team?: undefined; failedSlot: number };

/**
 * Fills the slots in order, moving officers chosen before to other slots where a later slot needs it (the page's
 * pseudo-code, word for word). A second pass only meets officers who own a slot, so it is at most as deep as there are
 * slots.
 * @param candidates in the order of their keys
 */
export function fillSlots(
  candidates: readonly number[],
  slots: number,
  fits: (candidate: number, slot: number) => boolean,
): Filling {
  const owner = new Map<number, number>();

  const fill = (slot: number, seen: Set<number>): boolean => {
    for (const candidate of candidates) {
      if (!owner.has(candidate) && fits(candidate, slot)) {
        owner.set(candidate, slot);
        return true;
      }
    }
    for (const candidate of candidates) {
      if (seen.has(candidate) || !fits(candidate, slot)) continue;
      seen.add(candidate);
      if (fill(owner.get(candidate) as number, seen)) {
        owner.set(candidate, slot);
        return true;
      }
    }
    return false;
  };

  for (let slot = 0; slot < slots; slot++) if (!fill(slot, new Set())) return { failedSlot: slot };
  const team = new Array<number>(slots);
  for (const [candidate, slot] of owner) team[slot] = candidate;
  return { team };
}
