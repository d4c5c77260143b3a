/** error = the row cannot be taken · warning = taken, a person should look · auto-fix = taken in normal form · keep = looks odd, is taken unchanged. */
export type IssueSeverity = 'error' | 'warning' | 'auto-fix' | 'keep';

/** One finding of an import, found again in the person's own file by row, line and column. */
export interface ImportIssue {
  /** Number of the record in the file; the header is not counted. */
  row: number;
  /** Physical line on which the record starts; the header is line 1. */
  line: number;
  column: string;
  /** What the file says, byte for byte. */
  value: string;
  reason: string;
  severity: IssueSeverity;
}
