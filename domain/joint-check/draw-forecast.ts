import { quotaOf } from '../draw/formula/strata';
import type { ScopeCount } from '../facts';
import { riskClasses, stratumKey, type drawnFrom, type Stratum } from './scheme';

export interface StratumForecast {
  /** A grade, `none` for objects without one, or `all`. */
  of: ReturnType<typeof drawnFrom>;
  inScope: number;
  /** How many the draw would take; absent where the scheme draws none of these. */
  drawn?: number;
  /** The count that was asked for, where there are fewer. */
  tooMany?: number;
}

export interface DrawForecast {
  total: number;
  strata: StratumForecast[];
  drawn: number;
}

/** What the draw would take of a scope as it stands now; what is left out before the freeze is not known yet and can only make it less. */
export function forecastDraw({ total, byRiskClass }: ScopeCount, strata: readonly Stratum[]): DrawForecast {
  const graded = riskClasses.reduce((sum, grade) => sum + (byRiskClass[grade] ?? 0), 0);
  const whole = strata.find((stratum) => stratum.all);
  const lines = whole
    ? [forecast('all', total, whole)]
    : [
        ...riskClasses.map((grade) => forecast(grade, byRiskClass[grade] ?? 0, find(`general:${grade}`))),
        forecast('none', total - graded, find('general:none')),
      ];
  return { total, strata: lines, drawn: lines.reduce((sum, line) => sum + (line.drawn ?? 0), 0) };

  function find(key: string): Stratum | undefined {
    return strata.find((stratum) => stratumKey(stratum) === key);
  }

  function forecast(of: StratumForecast['of'], inScope: number, stratum: Stratum | undefined): StratumForecast {
    if (!stratum) return { of, inScope };
    const tooMany = stratum.count !== undefined && stratum.count > inScope ? { tooMany: stratum.count } : {};
    return { of, inScope, drawn: quotaOf({ id: of, ...stratum }, inScope), ...tooMany };
  }
}
