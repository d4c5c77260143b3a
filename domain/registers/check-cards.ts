import { holdsCard } from '../identity-card';
import type { ImportIssue } from './import-issue';
import { rowReasons } from './import-reasons';
import type { TableRow } from './table-row';

/**
 * The number of an identity card in any column of a record: it enters no register.
 * @param spared columns that say so in words of their own, or keep the cell masked
 */
export function checkCards(
  { row, line, cells }: TableRow,
  columns: readonly string[],
  spared: readonly string[],
): ImportIssue[] {
  return columns.flatMap((column, index) => {
    const value = cells[index] ?? '';
    if (spared.includes(column) || !holdsCard(value)) return [];
    return [{ row, line, column, value, reason: rowReasons.identityCard, severity: 'error' as const }];
  });
}
