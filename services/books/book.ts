import type { DataSource, EntityManager } from 'typeorm';
import type { ActContent } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { DocumentKind } from '../../domain/documents/kinds';
import type { DocumentFrame, DocumentRow } from '../documents/document-row';

/** What of a recorded act the rows of a case are brought in line with. */
export interface Recorded {
  actor: Actor;
  at: string;
  reason?: string;
  content?: ActContent;
}

/** What a paper says, read from its case. */
export type Paper = (
  dataSource: DataSource,
  row: DocumentRow,
  frame: DocumentFrame,
) => Promise<Record<string, unknown>>;

/** What the database and the printer keep of the cases of one kind. */
export interface Book<S> {
  /** Brings the rows that lists and counts read in line with a case's new state; made from the state, not from the act. */
  project(manager: EntityManager, state: S, record: Recorded): Promise<void>;
  /** By kind of paper. */
  papers: Readonly<Partial<Record<DocumentKind, Paper>>>;
  /** The cases that a paper tells of: the case itself, or all that have their part in it. */
  casesOf(dataSource: DataSource, row: DocumentRow): Promise<string[]>;
}
