import { stringify } from 'csv-stringify/sync';
import type { ImportIssue, IssueSeverity } from '../../domain/registers/import-issue';
import { neutraliseCell } from '../../domain/registers/neutralise-cell';

const heads = ['行', '所在文件行', '列', '原值', '原因', '级别'];
export const severityWords: Record<IssueSeverity, string> = {
  error: '错误',
  question: '须确认',
  warning: '提醒',
  'auto-fix': '自动更正',
  keep: '保留',
};

/** The findings of an import as a CSV that spreadsheets open in UTF-8; nothing in it runs as a formula. */
export function importReportCsv(issues: readonly ImportIssue[]): string {
  const rows = issues.map(({ row, line, column, value, reason, severity }) => [
    row,
    line,
    column,
    neutraliseCell(value),
    reason,
    severityWords[severity],
  ]);
  return csvFile([heads, ...rows]);
}

/** An empty file with the heads that a loader expects. */
export const importTemplateCsv = (columns: readonly string[]): string => csvFile([[...columns]]);

/** Rows as spreadsheets open them without asking. */
export const csvFile = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, record_delimiter: '\r\n' },
  );
