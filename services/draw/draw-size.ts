import { quotaOf } from '../../domain/draw/formula/strata';
import { stratumKey, stratumOf, type Scheme } from '../../domain/joint-check/scheme';

/** How many objects a draw takes of a pool, of which so many are in each class. */
export function drawSize(scheme: Scheme, classes: readonly { riskClass: string | null; count: number }[]): number {
  const sizes = new Map<string, number>();
  for (const { riskClass, count } of classes) {
    const stratum = stratumOf(scheme.strata, riskClass) ?? '';
    sizes.set(stratum, (sizes.get(stratum) ?? 0) + count);
  }
  return scheme.strata.reduce(
    (sum, stratum) => sum + quotaOf({ id: stratumKey(stratum), ...stratum }, sizes.get(stratumKey(stratum)) ?? 0),
    0,
  );
}
