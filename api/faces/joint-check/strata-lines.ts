import type { Scheme } from '../../../domain/joint-check/scheme';
import type { FactsContext } from '../facts';

/** What share or how many of each risk class a scheme draws, a line each. */
export function strataLines(t: FactsContext['t'], scheme: Pick<Scheme, 'strata'>): string[] {
  return scheme.strata.map(({ riskClass, basisPoints, count }) => {
    const risk = t(`cases:riskClasses.${riskClass}`);
    return count === undefined
      ? t('pages:check.ratio', { risk, percent: (basisPoints ?? 0) / 100 })
      : t('pages:check.count', { risk, count });
  });
}
