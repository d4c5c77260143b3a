import type { DataSource } from 'typeorm';
import { processOf } from '../../domain/processes';
import { books } from '../books';
import type { DocumentFrame, DocumentRow } from './document-row';

/**
 * What a paper says, read from its case.
 * @throws RangeError for a kind of paper that cases of this kind do not have
 */
export async function documentData(
  dataSource: DataSource,
  row: DocumentRow,
  frame: DocumentFrame,
): Promise<Record<string, unknown>> {
  const paper = books[processOf(row.caseId).kind].papers[row.kind];
  if (!paper) throw new RangeError(`No paper of ${row.caseId} is called "${row.kind}".`);
  return { ...(await paper(dataSource, row, frame)), kind: row.kind, demonstration: frame.demonstration };
}
