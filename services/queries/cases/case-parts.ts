import type { DataSource } from 'typeorm';
import { rowsOf, sql, words } from '../../../db/sql';
import type { CaseKind } from '../../../domain/process';
import type { Reader } from './may-read-case';
import { partsFor } from './parts-for';
import { subjectColumns, subjectObject, type CaseSubject } from './case-subject';

export interface CasePart extends CaseSubject {
  id: string;
  kind: CaseKind;
  number: string;
  stage: string;
}

/** Cases that belong to a case and that this reader may read, except those that are looked through in a list of their own. */
export async function caseParts(dataSource: DataSource, reader: Reader, caseId: string): Promise<CasePart[]> {
  return rowsOf(
    dataSource,
    sql`SELECT c.id, c.kind, c.number, c.stage, ${words(subjectColumns)} FROM official_case c ${words(subjectObject)}
     WHERE ${partsFor(reader, caseId)} ORDER BY c.opened_at, c.id`,
  );
}
