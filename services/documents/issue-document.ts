import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { documentData } from './document-data';

export interface DocumentPrinter {
  /** Draws a paper; throws an error with `permanent` set where a second try cannot help. */
  render(kind: string, data: unknown): Promise<Buffer>;
}

export interface DocumentRow {
  key: string;
  kind: string;
  caseId: string;
  department: string | null;
  state: string;
}

export interface DocumentFrame {
  demonstration: boolean;
  publicUrl: string;
}

/**
 * Draws a queued paper and keeps it as a file of its case. One that can never be drawn is marked failed with its reason.
 * Called again for a paper that is ready, it changes nothing.
 */
export async function issueDocument(dataSource: DataSource, printer: DocumentPrinter, frame: DocumentFrame, key: string): Promise<void> {
  const rows: DocumentRow[] = await dataSource.query('SELECT key, kind, case_id AS "caseId", department, state FROM document WHERE key = $1', [key]);
  const row = rows[0];
  if (!row || row.state === 'ready') return;
  try {
    const pdf = await printer.render(row.kind, await documentData(dataSource, row, frame));
    await keep(dataSource, row, pdf);
  } catch (failure) {
    const { permanent, code, message } = failure as { permanent?: boolean; code?: string; message?: string };
    if (!permanent) throw failure;
    await dataSource.query(`UPDATE document SET state = 'failed', failure = $2 WHERE key = $1 AND state <> 'ready'`, [key, JSON.stringify({ code, message })]);
  }
}

async function keep(dataSource: DataSource, row: DocumentRow, pdf: Buffer): Promise<void> {
  const id = randomUUID();
  await dataSource.transaction(async (manager) => {
    const [, changed] = (await manager.query(`UPDATE document SET state = 'ready', file_id = $2, done = 1, failure = NULL WHERE key = $1 AND state <> 'ready'`, [row.key, id])) as [unknown, number];
    if (changed === 0) return;
    await manager.query(
      `INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, case_id, created_at) VALUES ($1, $2, 'application/pdf', $3, $4, $5, 'system', $6, now())`,
      [id, `${row.kind}-${row.caseId.replaceAll('/', '-')}.pdf`, pdf.length, createHash('sha256').update(pdf).digest('hex'), pdf, row.caseId],
    );
  });
}
