import type { DataSource } from 'typeorm';

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

/** Papers of a case and of the cases that belong to it. */
export async function caseDocuments(dataSource: DataSource, caseId: string): Promise<CaseDocument[]> {
  return dataSource.query(
    `SELECT d.key, d.kind, d.department, d.state, d.failure, d.file_id AS "fileId", d.created_at AS "createdAt", f.size
     FROM document d LEFT JOIN stored_file f ON f.id = d.file_id
     WHERE d.case_id = $1 OR d.case_id IN (SELECT id FROM official_case WHERE parent_id = $1 AND kind <> 'visit') ORDER BY d.created_at, d.key`,
    [caseId],
  );
}
