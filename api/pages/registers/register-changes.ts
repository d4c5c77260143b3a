import { keptColumns } from '../../../domain/registers/kept-columns';
import type { RegisterChangeLine } from '../../../services/queries/registers/register-history';
import type { RecordChange } from '../../faces/facts';
import type { RowWords } from './row-words';

/** Columns of which a change of a register tells, in its order. */
export function columnsOf({ before, after }: Pick<RegisterChangeLine, 'before' | 'after'>): string[] {
  return [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])].filter(
    (column) => !keptColumns.has(column),
  );
}

/** What a change of a row says otherwise than the row did before, column by column, in words; of a new row nothing. */
export function registerChanges(
  words: RowWords,
  { before, after }: Pick<RegisterChangeLine, 'before' | 'after'>,
): RecordChange[] {
  if (!before) return [];
  return columnsOf({ before, after }).flatMap((column) => {
    const [was, is] = [words.value(column, before[column]), words.value(column, after?.[column])];
    return was === is ? [] : [{ label: words.column(column), was, is }];
  });
}
