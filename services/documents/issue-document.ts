import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { processOf } from '../../domain/processes';
import { books } from '../books';
import { documentData } from './document-data';
import type { DocumentFrame, DocumentRow } from './document-row';

export interface DocumentPrinter {
  /** Draws papers of one kind as one file; throws an error with `permanent` set where a second try cannot help. */
  render(kind: string, papers: Record<string, unknown>[], onProgress: (done: number) => void): Promise<Buffer>;
}

/**
 * Draws a queued paper and keeps it as a file of its case. One that can never be drawn is marked failed with its reason.
 * Called again for a paper that is ready, it changes nothing.
 * @returns whether there is such a paper
 */
export async function issueDocument(
  dataSource: DataSource,
  printer: DocumentPrinter,
  frame: DocumentFrame,
  key: string,
  onProgress: (done: number) => void,
): Promise<boolean> {
  const rows: DocumentRow[] = await dataSource.query(
    'SELECT key, kind, case_id AS "caseId", department, state FROM document WHERE key = $1',
    [key],
  );
  const row = rows[0];
  if (!row) return false;
  if (row.state === 'ready') return true;
  try {
    const papers: Record<string, unknown>[] = [];
    for (const caseId of await books[processOf(row.caseId).kind].casesOf(dataSource, row)) {
      papers.push(await documentData(dataSource, { ...row, caseId }, frame));
      onProgress(0);
    }
    const pdf = await printer.render(row.kind, papers, (done) => {
      onProgress(done);
      void dataSource
        .query('UPDATE document SET done = greatest(done, $2) WHERE key = $1', [key, done])
        .catch(() => undefined);
    });
    await keep(dataSource, row, pdf, papers.length);
  } catch (failure) {
    const { permanent, code, message } = failure as { permanent?: boolean; code?: string; message?: string };
    if (!permanent) throw failure;
    await dataSource.query(`UPDATE document SET state = 'failed', failure = $2 WHERE key = $1 AND state <> 'ready'`, [
      key,
      JSON.stringify({ code, message }),
    ]);
  }
  return true;
}

async function keep(dataSource: DataSource, row: DocumentRow, pdf: Buffer, papers: number): Promise<void> {
  const id = randomUUID();
  await dataSource.transaction(async (manager) => {
    const [, changed] = (await manager.query(
      `UPDATE document SET state = 'ready', file_id = $2, done = $3, failure = NULL WHERE key = $1 AND state <> 'ready'`,
      [row.key, id, papers],
    )) as [unknown, number];
    if (changed === 0) return;
    await manager.query(
      `INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, case_id, created_at) VALUES ($1, $2, 'application/pdf', $3, $4, $5, 'system', $6, now())`,
      [
        id,
        `${row.kind}-${row.caseId.replaceAll('/', '-')}.pdf`,
        pdf.length,
        createHash('sha256').update(pdf).digest('hex'),
        pdf,
        row.caseId,
      ],
    );
  });
}
