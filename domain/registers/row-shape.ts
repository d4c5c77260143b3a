import { withoutCards } from '../identity-card';
import type { ImportIssue } from './import-issue';
import { rowReasons, wholeRow, type Reason } from './import-reasons';
import { isBlank, trimmed } from './cell-text';
import type { TableRow } from './table-row';

const cellLimit = 2000;
// Line breaks and tabs are judged by the columns; other control characters and halves of surrogate pairs never belong in a register.
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** What is wrong with a record as a whole; a record with any of these is not read further. Empty lines are left out and said so. */
export function checkRowShape(record: TableRow, columns: readonly string[]): ImportIssue[] {
  const { row, line, cells } = record;
  const issue = (
    column: string,
    value: string,
    reason: Reason,
    severity: ImportIssue['severity'] = 'error',
  ): ImportIssue[] => [{ row, line, column, value, reason, severity }];
  if (cells.every(isBlank)) return issue(wholeRow, '', rowReasons.empty, 'auto-fix');
  const first = columns[0] ?? '';
  if (/^(?:合计|总计|小计)/.test(trimmed(cells[0] ?? '')))
    return issue(first, trimmed(cells[0] ?? ''), rowReasons.total);
  if (cells.length !== columns.length) {
    const reason =
      cells.length < columns.length
        ? rowReasons.short(columns.slice(cells.length))
        : rowReasons.long(cells.length - columns.length);
    return [{ row, line, column: wholeRow, value: '', width: cells.length, reason, severity: 'error' }];
  }
  return cells.flatMap((cell, index) => {
    if (forbidden.test(cell)) return issue(columns[index] ?? '', cell, rowReasons.control);
    return cell.length > cellLimit
      ? issue(columns[index] ?? '', withoutCards(cell).slice(0, 80), rowReasons.tooLong(cellLimit))
      : [];
  });
}
