import type { DataSource } from 'typeorm';
import { mayReadCase, type Reader } from './may-read-case';

export interface StoredFileContent {
  name: string;
  mime: string;
  content: Buffer;
}

/** A file for those who may read its case, or for the one who uploaded it before any act named it. */
export async function readFile(dataSource: DataSource, reader: Reader & { account: string }, id: string): Promise<StoredFileContent | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const rows: (StoredFileContent & { uploadedBy: string; caseId: string | null })[] = await dataSource.query(
    'SELECT name, mime, content, uploaded_by AS "uploadedBy", case_id AS "caseId" FROM stored_file WHERE id = $1',
    [id],
  );
  const file = rows[0];
  if (!file) return undefined;
  if (file.uploadedBy === reader.account) return file;
  return file.caseId && (await mayReadCase(dataSource, reader, file.caseId)) ? file : undefined;
}
