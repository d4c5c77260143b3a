import type { DataSource } from 'typeorm';
import { sql } from '../../../db/sql';
import type { ImportIssue } from '../../../domain/registers/import-issue';
import { momentPlace, readMomentPlace } from '../moment-place';
import type { OrderedList, Placed } from '../ordered-list';
import { uuidOrNull } from '../../../db/uuid-or-null';

export interface ImportLine {
  id: string;
  kind: string;
  fileName: string;
  sha256: string;
  counts: Record<string, number>;
  by: string | null;
  at: Date;
  state: string;
}

/** The imports of a kind (objects, inspectors), newest first. */
export function importsOf(kind: string): OrderedList<ImportLine & Placed> {
  return {
    columns: sql`${momentPlace('b.at', 'b.id')} AS place, b.id, b.kind, b.file_name AS "fileName", b.sha256, b.counts, a.name AS by, b.at, b.state`,
    from: sql`import_batch b LEFT JOIN account a ON a.id::text = b.by`,
    where: sql`b.kind = ${kind}`,
    order: ['b.at', 'b.id::text'],
    placeOf: readMomentPlace('text'),
  };
}

/** What an import found, row by row. */
export async function importIssues(dataSource: DataSource, id: string): Promise<ImportIssue[] | undefined> {
  const rows: { errors: ImportIssue[] }[] = await dataSource.query('SELECT errors FROM import_batch WHERE id = $1', [
    uuidOrNull(id),
  ]);
  return rows[0]?.errors;
}
