import type { Queryable } from '../../../db/queryable';
import type { DocumentRow, LeftOut } from '../../documents/document-row';

const ofVisits = ['record-form', 'onsite-record', 'inspection-notice'];

/**
 * The cases that a paper of a check tells of: its own, or every visit in the order of its number. A visit that has no day yet,
 * or whose notice is not out, has no papers: it is left out, and named.
 */
export async function visitsOfPaper(db: Queryable, row: DocumentRow): Promise<{ cases: string[]; leftOut: LeftOut[] }> {
  if (!ofVisits.includes(row.kind)) return { cases: [row.caseId], leftOut: [] };
  const visits: { id: string; stage: string; unannounced: boolean }[] = await db.query(
    `SELECT c.id, c.stage, c.state ? 'unannounced' AS unannounced FROM official_case c WHERE c.kind = 'visit' AND c.parent_id = $1 AND c.stage <> 'cancelled'
       AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = c.id AND r.department = $2 AND r.stage <> 'excused')) ORDER BY c.id`,
    [row.caseId, row.department],
  );
  return {
    cases: visits.flatMap((visit) => (missing(row.kind, visit) ? [] : [visit.id])),
    leftOut: visits.flatMap((visit) => {
      const why = missing(row.kind, visit);
      return why ? [{ caseId: visit.id, why }] : [];
    }),
  };
}

function missing(
  paper: string,
  { stage, unannounced }: { stage: string; unannounced: boolean },
): LeftOut['why'] | undefined {
  if (stage === 'awaitingDate') return 'undated';
  // By its scheme no notice goes out (飞行检查): the forms are printed without one.
  if (unannounced) return paper === 'inspection-notice' ? 'unnoticed' : undefined;
  return stage === 'scheduled' ? 'unnoticed' : undefined;
}
