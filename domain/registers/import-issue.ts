import { withoutCards } from '../identity-card';

/** error = the row cannot be taken · question = taken once a person has said that it is right · warning = taken, a person should look · auto-fix = taken in normal form · keep = looks odd, is taken unchanged. */
export type IssueSeverity = 'error' | 'question' | 'warning' | 'auto-fix' | 'keep';

/** One finding of an import, found again in the person's own file by row, line and column. */
export interface ImportIssue {
  /** Number of the record in the file; the header is not counted. 0 = about what the file does not have. */
  row: number;
  /** Physical line on which the record starts; the header is line 1. */
  line: number;
  column: string;
  /** What the file says, byte for byte, but for the numbers of identity cards. */
  value: string;
  reason: string;
  severity: IssueSeverity;
}

/** Findings as they are shown and kept: no number of an identity card stands in one, however it was written in the file. */
export const withoutCardNumbers = (issues: readonly ImportIssue[]): ImportIssue[] =>
  issues.map((issue) => ({ ...issue, value: withoutCards(issue.value), reason: withoutCards(issue.reason) }));

/** By what a person affirms one question of a file. */
export const questionKey = ({ row, column, value }: Pick<ImportIssue, 'row' | 'column' | 'value'>): string =>
  row > 0 ? `${row}:${column}` : `${column}:${value}`;

/** What a person has affirmed is a thing to look at from then on, and says so. */
export function withAffirmed(issues: readonly ImportIssue[], affirmed: readonly string[]): ImportIssue[] {
  return issues.map((issue) =>
    issue.severity === 'question' && affirmed.includes(questionKey(issue))
      ? { ...issue, severity: 'warning', reason: `${issue.reason}${affirmedWord}` }
      : issue,
  );
}

const affirmedWord = '（导入人已确认）';
