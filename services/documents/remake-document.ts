import type { DataSource } from 'typeorm';
import { assemblePapers } from './assemble-papers';
import type { DocumentRow } from './document-row';

/**
 * Queues a paper of an act anew that could not be made. It shows what it was to show: what the act left, read again where the
 * case still stands so (a name may have been corrected in the register), else as it was kept.
 * @returns whether there was anything to make anew
 */
export async function remakeDocument(dataSource: DataSource, key: string): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const rows: DocumentRow[] = await manager.query(
      `SELECT key, kind, case_id AS "caseId", department FROM document WHERE key = $1 AND state = 'failed' AND NOT by_hand FOR UPDATE`,
      [key],
    );
    const row = rows[0];
    if (!row) return false;
    const { papers } = await assemblePapers(manager, row);
    await manager.query(
      `UPDATE document SET state = 'queued', failure = NULL, failures = '[]', done = 0, content = COALESCE($2::jsonb, content) WHERE key = $1`,
      [key, papers.length > 0 ? JSON.stringify(papers) : null],
    );
    return true;
  });
}
