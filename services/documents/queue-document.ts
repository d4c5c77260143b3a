import type { Queryable } from '../../db/queryable';
import type { DocumentKind } from '../../domain/documents/kinds';

/** A document that an act, or a person, asks for. */
export interface DocumentOrder {
  document: DocumentKind;
  /** The case that it is about; of a check, the papers of all its visits as one. */
  subject: string;
  /** What makes the document the same when it is asked for again. */
  key: string;
  department?: string;
  /** How many papers it holds. */
  total?: number;
}

/** Puts a document on the case's list as queued; asking again changes nothing. */
export async function queueDocument(manager: Queryable, order: DocumentOrder): Promise<void> {
  await manager.query(
    `INSERT INTO document (key, kind, case_id, department, title, state, total, created_at) VALUES ($1, $2, $3, $4, $5, 'queued', $6, now()) ON CONFLICT (key) DO NOTHING`,
    [order.key, order.document, order.subject, order.department ?? null, order.document, order.total ?? 1],
  );
}
