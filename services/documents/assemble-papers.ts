import type { Queryable } from '../../db/queryable';
import { processOf } from '../../domain/processes';
import { books } from '../books';
import type { AssembledPaper, DocumentRow, LeftOut } from './document-row';

/**
 * What a paper shows, read from its cases: one for the case itself, or one for each of its parts that has one.
 * @throws RangeError for a kind of paper that cases of this kind do not have
 */
export async function assemblePapers(
  db: Queryable,
  row: DocumentRow,
): Promise<{ papers: AssembledPaper[]; leftOut: LeftOut[] }> {
  const { cases, leftOut } = await books[processOf(row.caseId).kind].casesOf(db, row);
  const [first] = cases;
  if (!first) return { papers: [], leftOut };
  const paper = books[processOf(first).kind].papers[row.kind];
  if (!paper) throw new RangeError(`No paper of ${first} is called "${row.kind}".`);
  const made = await paper(db, row, cases);
  const papers = cases.flatMap((caseId, index) => {
    const data = made[index];
    return data ? [{ caseId, data }] : [];
  });
  return { papers, leftOut };
}
