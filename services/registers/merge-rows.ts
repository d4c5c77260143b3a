import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ImportedRow } from './import-run';

type Columns = Record<string, unknown>;
export type ExistingRow = Columns & { id: string; version: number };

export interface Merged {
  added: Columns[];
  updated: Columns[];
  unchanged: number;
  /** For the history: what each row was and became, changed columns only. */
  changes: ImportedRow[];
}

/**
 * Sets the rows of a file beside those of the register. A blank cell says nothing: it never empties what the register holds.
 * @param pairs a file's row, the register's row where there is one, and how the two come together
 */
export function mergeRows(pairs: readonly { given: Columns; existing?: ExistingRow }[], batch: string): Merged {
  const merged: Merged = { added: [], updated: [], unchanged: 0, changes: [] };
  for (const { given, existing } of pairs) {
    if (!existing) {
      const id = randomUUID();
      merged.added.push({ ...given, id, version: 1, import_batch: batch });
      merged.changes.push({ id, version: 1, before: null, after: given });
      continue;
    }
    const changed = Object.keys(given).filter(
      (column) => given[column] !== null && !isDeepStrictEqual(given[column], existing[column]),
    );
    if (changed.length === 0) {
      merged.unchanged += 1;
      continue;
    }
    const after = Object.fromEntries(changed.map((column) => [column, given[column]]));
    merged.updated.push({ ...existing, ...after });
    merged.changes.push({
      id: existing.id,
      version: existing.version + 1,
      before: Object.fromEntries(changed.map((column) => [column, existing[column] ?? null])),
      after,
    });
  }
  return merged;
}
