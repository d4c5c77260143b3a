import type { Queryable } from '../../db/queryable';
import type { DocumentKind } from '../../domain/documents/kinds';
import { assemblePapers } from './assemble-papers';

/** A document that an act asks for. */
export interface DocumentOrder {
  document: DocumentKind;
  /** The case that it is about. */
  subject: string;
  /** What makes the document the same when it is asked for again. */
  key: string;
  department?: string;
}

/**
 * Puts a document of an act on its case's list as queued, with what it shows as the act left it: what is renamed or changed
 * before it is drawn, or drawn again, does not change it. Asking again changes nothing.
 */
export async function queueDocument(manager: Queryable, order: DocumentOrder): Promise<void> {
  const { key, document, subject, department = null } = order;
  const { papers } = await assemblePapers(manager, { key, kind: document, caseId: subject, department });
  await manager.query(
    `INSERT INTO document (key, kind, case_id, department, title, state, total, content, created_at) VALUES ($1, $2, $3, $4, $5, 'queued', $6, $7, now()) ON CONFLICT (key) DO NOTHING`,
    [key, document, subject, department, document, papers.length, JSON.stringify(papers)],
  );
}
