import type { DataSource } from 'typeorm';
import type { Reader } from './may-read-case';
import { partsFor } from './parts-for';

export interface CaseDocument {
  key: string;
  kind: string;
  department: string | null;
  state: 'queued' | 'ready' | 'failed';
  failure: { code: string } | null;
  fileId: string | null;
  createdAt: Date;
  size: number | null;
}

/** Papers of a case and of the cases that belong to it and that this reader may read. */
export async function caseDocuments(dataSource: DataSource, reader: Reader, caseId: string): Promise<CaseDocument[]> {
  const parts = partsFor(reader, 2);
  return dataSource.query(
    `SELECT d.key, d.kind, d.department, d.state, d.failure, d.file_id AS "fileId", d.created_at AS "createdAt", f.size
     FROM document d LEFT JOIN stored_file f ON f.id = d.file_id
     WHERE d.case_id = $1 OR d.case_id IN (SELECT c.id FROM official_case c WHERE ${parts.sql}) ORDER BY d.created_at, d.key`,
    [caseId, ...parts.parameters],
  );
}
