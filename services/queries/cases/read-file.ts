import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import type { ActSaid } from '../../../domain/permissions/view-for';
import { caseFor } from './case-for';
import type { Reader } from './may-read-case';
import { said } from './said';

export interface StoredFileContent {
  name: string;
  mime: string;
  content: Buffer;
}

/** A file for those who may have it by the rule of its case, or for the one who uploaded it. */
export async function readFile(
  dataSource: DataSource,
  reader: Reader & { account: string },
  id: string,
): Promise<StoredFileContent | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const rows: (StoredFileContent & { uploadedBy: string; caseId: string | null })[] = await dataSource.query(
    'SELECT name, mime, content, uploaded_by AS "uploadedBy", case_id AS "caseId" FROM stored_file WHERE id = $1',
    [id],
  );
  const file = rows[0];
  if (!file) return undefined;
  if (file.uploadedBy === reader.account) return file;
  const view = file.caseId ? await caseFor(dataSource, reader, file.caseId) : undefined;
  if (!view) return undefined;
  // Papers are drawn by the system for everybody who reads the case.
  if (file.uploadedBy === 'system') return file;
  const acts = await rowsOf<ActSaid>(
    dataSource,
    sql`SELECT a.act, a.department, ${said} AS detail FROM acts a WHERE a.subject_id = ${file.caseId} AND a.detail IS NOT NULL`,
  );
  return view.mayHave(id, acts) ? file : undefined;
}
