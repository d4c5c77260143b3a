import type { DataSource } from 'typeorm';
import type { Reader } from './may-read-case';
import { draftingAct } from './others-drafts';

export interface TimelineEntry {
  id: string;
  act: string;
  subjectId: string;
  account: string;
  name: string | null;
  capacity: string;
  department: string;
  at: Date;
  reason: string | null;
  detail: Record<string, unknown> | null;
  leafHash: string;
}

/** Every act of a case and of the cases that belong to it, newest first; of a check's visits only the count is told elsewhere, of unsent answers nothing but that they were drafted. */
export async function timeline(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
  page = 1,
  pageSize = 100,
): Promise<TimelineEntry[]> {
  return dataSource.query(
    `SELECT a.id, a.act, a.subject_id AS "subjectId", a.account, p.name, a.capacity, a.department, a.at, a.reason,
       CASE WHEN a.act <> $4 OR a.department = $5 THEN a.detail END AS detail, encode(a.leaf_hash, 'hex') AS "leafHash"
     FROM acts a LEFT JOIN account p ON p.id::text = a.account
     WHERE a.subject_id = $1 OR a.subject_id IN (SELECT id FROM official_case WHERE parent_id = $1 AND kind <> 'visit')
     ORDER BY a.at DESC, a.id DESC LIMIT $2 OFFSET $3`,
    [caseId, pageSize, (page - 1) * pageSize, draftingAct, reader.department],
  );
}
