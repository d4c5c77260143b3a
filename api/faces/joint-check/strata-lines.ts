import { drawnFrom, type Scheme } from '../../../domain/joint-check/scheme';
import { stratumWords } from '../../views/stratum-words';
import type { FactsContext } from '../facts';

/** What share or how many of each stratum a scheme draws, a line each. */
export function strataLines(t: FactsContext['t'], scheme: Pick<Scheme, 'strata'>): string[] {
  return scheme.strata.map((stratum) => {
    const risk = stratumWords(t, drawnFrom(stratum));
    return stratum.count === undefined
      ? t('pages:check.ratio', { risk, percent: (stratum.basisPoints ?? 0) / 100 })
      : t('pages:check.count', { risk, count: stratum.count });
  });
}
