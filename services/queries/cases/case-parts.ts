import type { DataSource } from 'typeorm';
import type { CaseKind } from '../../../domain/process';
import { subjectColumns, subjectObject, type CaseSubject } from './case-subject';

export interface CasePart extends CaseSubject {
  id: string;
  kind: CaseKind;
  number: string;
  stage: string;
}

/** Cases that belong to a case, except the visits of a check, which have a page of their own. */
export async function caseParts(dataSource: DataSource, caseId: string): Promise<CasePart[]> {
  return dataSource.query(
    `SELECT c.id, c.kind, c.number, c.stage, ${subjectColumns} FROM official_case c ${subjectObject}
     WHERE c.parent_id = $1 AND c.kind <> 'visit' ORDER BY c.opened_at, c.id`,
    [caseId],
  );
}
