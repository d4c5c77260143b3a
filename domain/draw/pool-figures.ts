/** Why an object is left out of a pool; other reasons among those that a pool counts are about officers. */
export const objectExclusions = ['notActive', 'noIdentity', 'noClass', 'inOtherOpenCheck', 'twinRecord'] as const;

export interface PoolFigures {
  /** Objects in the scope. */
  base: number;
  out: number;
  /** The most first. */
  reasons: { reason: string; count: number }[];
}

/** How many objects were in the scope, and how many of them were left out for which reason. */
export function poolFigures(excluded: Readonly<Record<string, number>>, objects: number): PoolFigures {
  const reasons = objectExclusions
    .map((reason) => ({ reason, count: excluded[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const out = reasons.reduce((sum, { count }) => sum + count, 0);
  return { base: objects + out, out, reasons };
}
