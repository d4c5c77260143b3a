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

/** What a reader may know of the objects in a scope. */
export interface KnownCount extends ScopeCount {
  /** Objects within `total` whose class the reader may not know. */
  classHidden?: number;
  /** There are objects of which the reader may not know whether, or in which class, they are in the scope. */
  partial?: boolean;
}

/**
 * What the draw would take of a scope as it stands now; what is left out before the freeze is not known yet and can only
 * make it less. Of a scope that is known in part it is what the draw would take of that part.
 */
export function forecastDraw(
  { total, byRiskClass, classHidden = 0, partial = false }: KnownCount,
  strata: readonly Stratum[],
): DrawForecast {
  const graded = riskClasses.reduce((sum, grade) => sum + (byRiskClass[grade] ?? 0), 0);
  const whole = strata.find((stratum) => stratum.all);
  const lines = whole
    ? [forecast('all', total, whole)]
    : [
        ...riskClasses.map((grade) => forecast(grade, byRiskClass[grade] ?? 0, find(`general:${grade}`))),
        forecast('none', total - classHidden - graded, find('general:none')),
      ];
  return { total, strata: lines, drawn: lines.reduce((sum, line) => sum + (line.drawn ?? 0), 0) };

  function find(key: string): Stratum | undefined {
    return strata.find((stratum) => stratumKey(stratum) === key);
  }

  function forecast(of: StratumForecast['of'], inScope: number, stratum: Stratum | undefined): StratumForecast {
    if (!stratum) return { of, inScope };
    // Where others may be there that the reader does not know of, nobody can say that there are too few.
    const known = !partial || (of === 'all' && classHidden > 0);
    const tooMany = known && stratum.count !== undefined && stratum.count > inScope ? { tooMany: stratum.count } : {};
    return { of, inScope, drawn: quotaOf({ id: of, ...stratum }, inScope), ...tooMany };
  }
}
