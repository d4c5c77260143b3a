import type { StratumForecast } from '../../../domain/joint-check/draw-forecast';
import type { Scheme } from '../../../domain/joint-check/scheme';
import type { FactsContext } from '../facts';

/** Whom a stratum draws from: a grade, who has none, or everybody in the scope. */
export const stratumWords = (t: FactsContext['t'], of: StratumForecast['of']): string =>
  t(of === 'all' || of === 'none' ? `cases:strata.${of}` : `cases:riskClasses.${of}`);

/** What share or how many of each stratum a scheme draws, a line each. */
export function strataLines(t: FactsContext['t'], scheme: Pick<Scheme, 'strata'>): string[] {
  return scheme.strata.map((stratum) => {
    const risk = stratumWords(t, stratum.all ? 'all' : (stratum.grade ?? 'none'));
    return stratum.count === undefined
      ? t('pages:check.ratio', { risk, percent: (stratum.basisPoints ?? 0) / 100 })
      : t('pages:check.count', { risk, count: stratum.count });
  });
}
