import type { DataSource } from 'typeorm';

export interface CasePart {
  id: string;
  kind: string;
  number: string;
  stage: string;
}

/** Cases that belong to a case, except the visits of a check, which have a page of their own. */
export async function caseParts(dataSource: DataSource, caseId: string): Promise<CasePart[]> {
  return dataSource.query(`SELECT id, kind, number, stage FROM official_case WHERE parent_id = $1 AND kind <> 'visit' ORDER BY opened_at, id`, [caseId]);
}
