import type { DataSource } from 'typeorm';
import type { ConsultationState } from '../../../domain/consultation/state';
import { kindOf } from '../../../domain/processes';
import { findState } from './find-state';
import { mayReadCase, type Reader } from './may-read-case';
import { mayHaveFileOfRound } from './others-drafts';

export interface StoredFileContent {
  name: string;
  mime: string;
  content: Buffer;
}

/** A file for those who may read its case, or for the one who uploaded it; one of an unsent answer for its department alone. */
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
  if (!file.caseId || !(await mayReadCase(dataSource, reader, file.caseId))) return undefined;
  if (kindOf(file.caseId) !== 'consultation' || file.uploadedBy === 'system') return file;
  const state = (await findState(dataSource, file.caseId)) as ConsultationState | undefined;
  return state && mayHaveFileOfRound(state, reader.department, id) ? file : undefined;
}
