import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { DocumentKind } from '../../domain/documents/kinds';
import { assemblePapers } from './assemble-papers';
import type { AssembledPaper, DocumentFrame, DocumentRow, PaperFailure } from './document-row';
import { framedPaper } from './framed-paper';
import { placesOf } from './places-of';

export interface DocumentPrinter {
  /**
   * Draws papers of one kind as one file, without those that cannot be made; no file where that is all of them. Throws where
   * a second try may help.
   */
  render(
    kind: DocumentKind,
    papers: Record<string, unknown>[],
    onProgress: (done: number) => void,
  ): Promise<{ pdf?: Buffer; refused: { index: number; code: string; characters?: string[] }[] }>;
}

interface QueuedRow extends DocumentRow {
  state: string;
  content: AssembledPaper[] | null;
}

/**
 * Draws a queued paper and keeps it as a file of its case. What cannot be made is named, each with its reason, and keeps
 * nobody else's paper back. Called again for a paper that is ready, it changes nothing.
 * @returns whether there is such a paper
 */
export async function issueDocument(
  dataSource: DataSource,
  printer: DocumentPrinter,
  frame: DocumentFrame,
  key: string,
  onProgress: (done: number) => void,
): Promise<boolean> {
  const rows: QueuedRow[] = await dataSource.query(
    'SELECT key, kind, case_id AS "caseId", department, state, content FROM document WHERE key = $1',
    [key],
  );
  const row = rows[0];
  if (!row) return false;
  if (row.state === 'ready') return true;
  const papers = row.content ?? (await keepContent(dataSource, row));
  onProgress(0);
  const { pdf, refused } = await printer.render(
    row.kind,
    papers.map(({ data }) => framedPaper(row.kind, data, frame)),
    (done) => {
      onProgress(done);
      void dataSource
        .query('UPDATE document SET done = greatest(done, $2) WHERE key = $1', [key, done])
        .catch(() => undefined);
    },
  );
  const failures = refused.flatMap(({ index, code, characters }): PaperFailure[] => {
    const paper = papers[index];
    return paper ? [{ caseId: paper.caseId, code, characters, ...placesOf(paper.data, characters ?? []) }] : [];
  });
  if (pdf) await keep(dataSource, row, pdf, papers.length, failures);
  else
    await dataSource.query(
      `UPDATE document SET state = 'failed', failure = $2, failures = $3 WHERE key = $1 AND state <> 'ready'`,
      [key, JSON.stringify({ code: failures[0]?.code }), JSON.stringify(failures)],
    );
  return true;
}

/** A paper that was queued before papers kept what they show. */
async function keepContent(dataSource: DataSource, row: DocumentRow): Promise<AssembledPaper[]> {
  const { papers } = await assemblePapers(dataSource.manager, row);
  await dataSource.query('UPDATE document SET content = $2 WHERE key = $1', [row.key, JSON.stringify(papers)]);
  return papers;
}

async function keep(
  dataSource: DataSource,
  row: DocumentRow,
  pdf: Buffer,
  papers: number,
  failures: PaperFailure[],
): Promise<void> {
  const id = randomUUID();
  await dataSource.transaction(async (manager) => {
    const [, changed] = (await manager.query(
      `UPDATE document SET state = 'ready', file_id = $2, done = $3, failure = NULL, failures = $4 WHERE key = $1 AND state <> 'ready'`,
      [row.key, id, papers, JSON.stringify(failures)],
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
