import type { ImportIssue } from './import-issue';
import type { Reason } from './import-reasons';
import type { TableRow } from './table-row';

/**
 * One kind of wrong value in whatever column of a record.
 * @param spared columns whose own check says so in words of its own, or keeps the cell masked
 */
export function refuseCells(
  { row, line, cells }: TableRow,
  columns: readonly string[],
  spared: readonly string[],
  { isWrong, reason }: { isWrong(cell: string): boolean; reason: Reason },
): ImportIssue[] {
  return columns.flatMap((column, index) => {
    const value = cells[index] ?? '';
    if (spared.includes(column) || !isWrong(value)) return [];
    return [{ row, line, column, value, reason, severity: 'error' as const }];
  });
}
