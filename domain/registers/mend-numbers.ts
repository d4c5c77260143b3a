import { isScientific } from './cell-text';
import type { ImportIssue } from './import-issue';
import { rowReasons } from './import-reasons';
import { refuseCells } from './refuse-cells';
import type { TableRow } from './table-row';

/** A whole number as programs write it that take every number for a fraction. */
const decimal = /^\s*(\d{3,})\.0+\s*$/;

/**
 * A record with the numbers that another program made of its codes put right where nothing is lost: 6210.0 is 6210.
 * @param numbered columns that hold codes or numbers
 */
export function mendNumbers(
  record: TableRow,
  columns: readonly string[],
  numbered: readonly string[],
): { mended: TableRow; issues: ImportIssue[] } {
  const issues: ImportIssue[] = [];
  const cells = record.cells.map((value, index) => {
    const column = columns[index] ?? '';
    const whole = numbered.includes(column) ? decimal.exec(value)?.[1] : undefined;
    if (whole === undefined) return value;
    const { row, line } = record;
    issues.push({ row, line, column, value, reason: rowReasons.decimal(whole), severity: 'auto-fix' });
    return whole;
  });
  return { mended: { ...record, cells }, issues };
}

/**
 * Numbers of which a spreadsheet kept the beginning alone, in whatever column.
 * @param spared columns whose own check says so
 */
export const checkLostDigits = (
  record: TableRow,
  columns: readonly string[],
  spared: readonly string[],
): ImportIssue[] => refuseCells(record, columns, spared, { isWrong: isScientific, reason: rowReasons.scientific });
