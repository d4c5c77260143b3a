import { withoutCards } from '../identity-card';
import { rowReasons, withAlso, type Reason } from './import-reasons';

/** error = the row cannot be taken · question = taken once a person has said that it is right · warning = taken, a person should look · auto-fix = taken in normal form · keep = looks odd, is taken unchanged. */
export type IssueSeverity = 'error' | 'question' | 'warning' | 'auto-fix' | 'keep';

/** One finding of an import, found again in the person's own file by row, line and column. */
export interface ImportIssue {
  /** Number of the record in the file; the header is not counted. 0 = about what the file does not have. */
  row: number;
  /** Physical line on which the record starts; the header is line 1. */
  line: number;
  column: string;
  /** How many cells the record has, where that is what is wrong with it. */
  width?: number;
  /** What the file says, byte for byte, but for the numbers of identity cards. */
  value: string;
  reason: Reason;
  severity: IssueSeverity;
}

/** Findings as they are shown and kept: no number of an identity card stands in one, however it was written in the file. */
export const withoutCardNumbers = (issues: readonly ImportIssue[]): ImportIssue[] =>
  issues.map((issue) => ({ ...issue, value: withoutCards(issue.value), reason: withoutCard(issue.reason) }));

function withoutCard({ code, values = {}, also = [] }: Reason): Reason {
  const masked = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : typeof value === 'string' ? withoutCards(value) : value.map(withoutCards),
  ]);
  return {
    code,
    ...(masked.length > 0 && { values: Object.fromEntries(masked) as Reason['values'] }),
    ...(also.length > 0 && { also: also.map(withoutCard) }),
  };
}

/** By what a person affirms one question of a file. */
export const questionKey = ({ row, column, value }: Pick<ImportIssue, 'row' | 'column' | 'value'>): string =>
  row > 0 ? `${row}:${column}` : `${column}:${value}`;

/** What a person has affirmed is a thing to look at from then on, and says so. */
export function withAffirmed(issues: readonly ImportIssue[], affirmed: readonly string[]): ImportIssue[] {
  return issues.map((issue) =>
    issue.severity === 'question' && affirmed.includes(questionKey(issue))
      ? { ...issue, severity: 'warning', reason: withAlso(issue.reason, rowReasons.affirmed) }
      : issue,
  );
}
