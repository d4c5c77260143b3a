import type { DataSource } from 'typeorm';
import type { ImportIssue } from '../../../domain/registers/import-issue';

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

/** The last imports of a kind (objects, inspectors), newest first. */
export async function listImports(dataSource: DataSource, kind: string, limit = 20): Promise<ImportLine[]> {
  return dataSource.query(
    `SELECT b.id, b.kind, b.file_name AS "fileName", b.sha256, b.counts, a.name AS by, b.at, b.state
     FROM import_batch b LEFT JOIN account a ON a.id::text = b.by WHERE b.kind = $1 ORDER BY b.at DESC LIMIT $2`,
    [kind, limit],
  );
}

/** What an import found, row by row. */
export async function importIssues(dataSource: DataSource, id: string): Promise<ImportIssue[] | undefined> {
  const rows: { errors: ImportIssue[] }[] = await dataSource.query(
    'SELECT errors FROM import_batch WHERE id::text = $1',
    [id],
  );
  return rows[0]?.errors;
}
