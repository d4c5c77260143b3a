import type { DataSource } from 'typeorm';
import type { LeftOut, PaperFailure } from '../../documents/document-row';

export type { PaperFailure };

export interface DocumentState {
  key: string;
  kind: string;
  caseId: string;
  department: string | null;
  state: 'queued' | 'ready' | 'failed';
  done: number;
  total: number;
  fileId: string | null;
  size: number | null;
  failure: { code: string } | null;
  /** Asked for by a person; the others are an act's. */
  byHand: boolean;
  /** Papers of it that could not be made. */
  failures: PaperFailure[];
  /** Cases that have no paper in it: number, firm, and why. */
  leftOut: { caseId: string; number: string; object: string | null; why: LeftOut['why'] }[];
  /** Since when another print shows something else, and its key. */
  overtakenAt: Date | null;
  overtakenBy: string | null;
}

/** How far a paper is, and what of it could not be made. */
export async function findDocument(dataSource: DataSource, key: string): Promise<DocumentState | undefined> {
  const rows: DocumentState[] = await dataSource.query(
    `SELECT d.key, d.kind, d.case_id AS "caseId", d.department, d.state, d.done, d.total, d.file_id AS "fileId", f.size, d.failure, d.by_hand AS "byHand", d.failures,
       d.overtaken_at AS "overtakenAt", d.overtaken_by AS "overtakenBy",
       COALESCE((SELECT jsonb_agg(jsonb_build_object('caseId', c.id, 'number', c.number, 'object', o.name, 'why', l.why) ORDER BY c.number)
         FROM jsonb_to_recordset(d.left_out) AS l("caseId" text, why text) JOIN official_case c ON c.id = l."caseId" LEFT JOIN check_object o ON o.id = c.subject_id), '[]') AS "leftOut"
     FROM document d LEFT JOIN stored_file f ON f.id = d.file_id WHERE d.key = $1`,
    [key],
  );
  return rows[0];
}
