import type { Texts } from './texts';

/** Whom a stratum draws from: a grade, who has none, or everybody in the scope. */
export const stratumWords = (t: Texts['t'], of: string): string =>
  t(of === 'all' || of === 'none' ? `cases:strata.${of}` : `cases:riskClasses.${of}`);
