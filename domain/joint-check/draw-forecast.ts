import { quotaOf } from '../draw/formula/strata';
import type { ScopeCount } from '../facts';
import { riskClasses, type Stratum } from './scheme';

export interface ClassForecast {
  riskClass: (typeof riskClasses)[number];
  inScope: number;
  /** How many the draw would take; absent where the scheme draws none of this class. */
  drawn?: number;
  /** The count that was asked for, where there are fewer. */
  tooMany?: number;
}

export interface DrawForecast {
  total: number;
  /** Objects of the scope that have no risk class, so that no draw takes them. */
  unclassed: number;
  classes: ClassForecast[];
  drawn: number;
}

/** What the draw would take of a scope as it stands now; what is left out before the freeze is not known yet and can only make it less. */
export function forecastDraw({ total, byRiskClass }: ScopeCount, strata: readonly Stratum[]): DrawForecast {
  const classes = riskClasses.map((riskClass): ClassForecast => {
    const inScope = byRiskClass[riskClass] ?? 0;
    const stratum = strata.find((candidate) => candidate.riskClass === riskClass);
    if (!stratum) return { riskClass, inScope };
    const tooMany = stratum.count !== undefined && stratum.count > inScope ? { tooMany: stratum.count } : {};
    return { riskClass, inScope, drawn: quotaOf({ id: riskClass, ...stratum }, inScope), ...tooMany };
  });
  const sum = (figure: (line: ClassForecast) => number) => classes.reduce((all, line) => all + figure(line), 0);
  return { total, unclassed: total - sum((line) => line.inScope), classes, drawn: sum((line) => line.drawn ?? 0) };
}
