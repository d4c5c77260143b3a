import type { DataSource } from 'typeorm';
import { draftingAct } from './others-drafts';

export interface CaseAttachment {
  id: string;
  name: string;
  size: number;
  act: string;
  department: string;
  at: Date;
}

/** Files that were attached to acts of a case and of the cases that belong to it, oldest first; of unsent answers only the reader's own. */
export async function caseAttachments(
  dataSource: DataSource,
  caseId: string,
  department: string,
): Promise<CaseAttachment[]> {
  return dataSource.query(
    `SELECT * FROM (
       SELECT DISTINCT ON (f.id) f.id, f.name, f.size, a.act, a.department, a.at
       FROM acts a JOIN official_case c ON c.id = a.subject_id
       CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(a.detail->'attachments') = 'array' THEN a.detail->'attachments' ELSE '[]' END) file(id)
       JOIN stored_file f ON f.id::text = file.id
       WHERE (a.subject_id = $1 OR (c.parent_id = $1 AND c.kind <> 'visit'))
         AND (a.act <> $2 OR a.department = $3 OR c.state->'letters'->a.department->'answer'->'attachments' ? file.id)
       ORDER BY f.id, a.at
     ) attachment ORDER BY at, name`,
    [caseId, draftingAct, department],
  );
}
