import type { DataSource } from 'typeorm';

export interface DocumentState {
  key: string;
  kind: string;
  caseId: string;
  state: 'queued' | 'ready' | 'failed';
  done: number;
  total: number;
  fileId: string | null;
  failure: { code: string } | null;
}

/** How far a paper is. */
export async function findDocument(dataSource: DataSource, key: string): Promise<DocumentState | undefined> {
  const rows: DocumentState[] = await dataSource.query(
    `SELECT key, kind, case_id AS "caseId", state, done, total, file_id AS "fileId", failure FROM document WHERE key = $1`,
    [key],
  );
  return rows[0];
}
