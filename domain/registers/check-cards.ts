import { holdsCard } from '../identity-card';
import type { ImportIssue } from './import-issue';
import { rowReasons } from './import-reasons';
import { refuseCells } from './refuse-cells';
import type { TableRow } from './table-row';

/**
 * The number of an identity card in any column of a record: it enters no register.
 * @param spared columns that say so in words of their own, or keep the cell masked
 */
export const checkCards = (record: TableRow, columns: readonly string[], spared: readonly string[]): ImportIssue[] =>
  refuseCells(record, columns, spared, { isWrong: holdsCard, reason: rowReasons.identityCard });
