import { stringify } from 'csv-stringify/sync';
import { csvWriting } from '../files/csv-writing';
import type { ImportIssue } from '../../domain/registers/import-issue';
import { neutraliseCell } from '../../domain/registers/neutralise-cell';

/** The words of findings in the language of the file that they are written into. */
export interface FindingWords {
  /** Heads of the list of findings. */
  heads: readonly string[];
  /** Its cells behind the numbers of row and line: column, value, reason, severity. */
  cells(issue: ImportIssue): { column: string; value: string; reason: string; severity: string };
  /** One finding in one line. */
  line(issue: ImportIssue): string;
  /** What stands between two lines in one cell. */
  between: string;
}

/** The findings of an import as a CSV that spreadsheets open in UTF-8; nothing in it runs as a formula. */
export function importReportCsv(issues: readonly ImportIssue[], words: FindingWords): string {
  const rows = issues.map((issue) => {
    const { column, value, reason, severity } = words.cells(issue);
    return [issue.row, issue.line, column, neutraliseCell(value), reason, severity];
  });
  return csvFile([words.heads, ...rows]);
}

/** An empty file with the heads that a loader expects. */
export const importTemplateCsv = (columns: readonly string[]): string => csvFile([[...columns]]);

/** Rows as spreadsheets open them without asking. */
export const csvFile = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, ...csvWriting },
  );
