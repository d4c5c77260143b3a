import { codePointOf, marksOf } from '../text/invisible-marks';
import { givenText } from '../text/given-text';
import { privateCharacters } from '../text/private-twins';
import type { ImportIssue } from './import-issue';
import { rowReasons, type Reason } from './import-reasons';
import type { TableRow } from './table-row';

/**
 * A record as the system keeps it: without invisible marks, each with a remark; characters of private use are named with
 * the character that is meant, and stay until a person corrects them.
 * @param spared column whose own check speaks of its marks
 */
export function mendMarks(
  record: TableRow,
  columns: readonly string[],
  spared?: string,
): { mended: TableRow; issues: ImportIssue[] } {
  const issues: ImportIssue[] = [];
  const cells = record.cells.map((value, index) => {
    const column = columns[index] ?? '';
    if (column === spared) return value;
    const say = (reason: Reason, severity: ImportIssue['severity']) =>
      issues.push({ row: record.row, line: record.line, column, value, reason, severity });
    const marks = marksOf(value);
    if (marks.length > 0) say(rowReasons.marks(marks), 'auto-fix');
    const given = givenText(value);
    for (const { place, codePoint, proposed } of privateCharacters(given)) {
      const reason = proposed
        ? rowReasons.privateUseTwin(place, codePoint, proposed, codePointOf(proposed))
        : rowReasons.privateUse(place, codePoint);
      say(reason, 'warning');
    }
    return given;
  });
  return { mended: { ...record, cells }, issues };
}
