import { riskClasses, type Stratum } from '../../../../domain/joint-check/scheme';

/** What can be drawn from, in the order of the page: each grade, who has none, everybody. */
export const strataRows = [...riskClasses, 'none', 'all'] as const;
export type StrataRow = (typeof strataRows)[number];

/** The stratum that a row of the page is about. */
export function stratumOfRow(row: string): Partial<Stratum> & Record<string, unknown> {
  if (row === 'all') return { all: true };
  return row === 'none'
    ? { scale: 'general', unclassified: true }
    : { scale: 'general', grade: row as Stratum['grade'] };
}

/** The row that a stratum stands in, whatever a person wrote. */
export function rowOfStratum(stratum: Record<string, unknown> | undefined): StrataRow | undefined {
  if (!stratum) return undefined;
  if (stratum['all']) return 'all';
  return stratum['unclassified'] ? 'none' : strataRows.find((row) => row === stratum['grade']);
}
