import { withoutCards } from '../identity-card';
import type { ImportIssue } from './import-issue';
import { rowReasons, wholeRow, type Reason } from './import-reasons';
import { isBlank, trimmed } from './cell-text';
import type { TableRow } from './table-row';

const cellLimit = 2000;
// Line breaks and tabs are judged by the columns; other control characters and halves of surrogate pairs never belong in a register.
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

const total = /^(?:合计|总计|小计|共计)/u;
const signature = /^(?:填表|制表|填报|统计|审核|复核|负责|联系)(?:人|单位|部门|日期|时间)?\s*[:：]/u;
const words = /\p{Script=Han}/u;

/** Why a row of a list is no record: a sum, who filled it in, or a line over a group of records. It is left out and said so. */
function noRecord([first = '', ...others]: readonly string[]): Reason | undefined {
  const text = trimmed(first);
  if (total.test(text)) return rowReasons.total;
  if (signature.test(text)) return rowReasons.signature;
  return words.test(text) && others.length > 0 && others.every(isBlank) ? rowReasons.group : undefined;
}

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
  const leftOut = noRecord(cells);
  if (leftOut) return issue(columns[0] ?? '', trimmed(cells[0] ?? ''), leftOut, 'warning');
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
