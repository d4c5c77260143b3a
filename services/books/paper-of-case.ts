import type { Queryable } from '../../db/queryable';
import type { DocumentRow, LeftOut } from '../documents/document-row';
import type { Papers } from './book';

/** A paper that is read case by case. */
export function eachBy(
  paper: (db: Queryable, row: DocumentRow) => Promise<Record<string, unknown> | undefined>,
): Papers {
  return async (db, row, cases) => {
    const papers = [];
    for (const caseId of cases) papers.push(await paper(db, { ...row, caseId }));
    return papers;
  };
}

/** Of a kind whose papers tell of the case itself alone. */
export async function itsOwn(_db: Queryable, row: DocumentRow): Promise<{ cases: string[]; leftOut: LeftOut[] }> {
  return { cases: [row.caseId], leftOut: [] };
}
