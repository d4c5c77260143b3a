import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import { consultationLetter } from '../../../domain/consultation/state';
import type { Reader } from './may-read-case';
import { caseAndParts } from './parts-for';

export interface CaseDocument {
  key: string;
  kind: string;
  department: string | null;
  state: 'queued' | 'ready' | 'failed';
  failure: { code: string } | null;
  fileId: string | null;
  createdAt: Date;
  /** How many of its papers could not be made. */
  missing: number;
  overtakenAt: Date | null;
  size: number | null;
  /** 文号 of a paper that is one; of a batch and of a paper without number, none. */
  letterNo: string | null;
  /** The round of consultation that it belongs to. */
  round: number | null;
}

/** Papers of a case and of the cases that belong to it and that this reader may read. */
export async function caseDocuments(dataSource: DataSource, reader: Reader, caseId: string): Promise<CaseDocument[]> {
  return rowsOf(
    dataSource,
    sql`SELECT d.key, d.kind, d.department, d.state, d.failure, d.file_id AS "fileId", d.created_at AS "createdAt", jsonb_array_length(d.failures) AS missing, d.overtaken_at AS "overtakenAt", f.size,
       CASE WHEN jsonb_array_length(d.content) = 1 AND d.content->0->'data'->>'number' LIKE '%〔%' THEN d.content->0->'data'->>'number' END AS "letterNo",
       substring(d.case_id from ${`-${consultationLetter}(\\d+)$`})::int AS round
     FROM document d LEFT JOIN stored_file f ON f.id = d.file_id
     WHERE d.case_id = ANY(${caseAndParts(reader, caseId)})
     ORDER BY d.created_at, d.key`,
  );
}
