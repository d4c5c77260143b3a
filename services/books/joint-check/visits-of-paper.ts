import type { DataSource } from 'typeorm';
import type { DocumentRow } from '../../documents/document-row';

const ofVisits = ['record-form', 'onsite-record', 'inspection-notice'];

/** The cases that a paper of a check tells of: its own, or every visit in the order of the draw. */
export async function visitsOfPaper(dataSource: DataSource, row: DocumentRow): Promise<string[]> {
  if (!ofVisits.includes(row.kind)) return [row.caseId];
  const visits: { id: string }[] = await dataSource.query(
    `SELECT c.id FROM official_case c WHERE c.kind = 'visit' AND c.parent_id = $1 AND c.stage <> 'cancelled'
       AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = c.id AND r.department = $2)) ORDER BY c.id`,
    [row.caseId, row.department],
  );
  return visits.map((visit) => visit.id);
}
