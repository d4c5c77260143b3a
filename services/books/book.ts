import type { EntityManager } from 'typeorm';
import type { Queryable } from '../../db/queryable';
import type { ActContent } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { DocumentKind } from '../../domain/documents/kinds';
import type { DocumentRow, LeftOut } from '../documents/document-row';

/** What of a recorded act the rows of a case are brought in line with. */
export interface Recorded {
  /** Id of the act's entry. */
  entry: string;
  actor: Actor;
  at: string;
  reason?: string;
  content?: ActContent;
}

/** What the papers of these cases say, one each; nothing for one that the case does not stand for any more. */
export type Papers = (
  db: Queryable,
  row: DocumentRow,
  cases: readonly string[],
) => Promise<(Record<string, unknown> | undefined)[]>;

/** What the database and the printer keep of the cases of one kind. */
export interface Book<S> {
  /** Brings the rows that lists and counts read in line with a case's new state; made from the state, not from the act. */
  project(manager: EntityManager, state: S, record: Recorded): Promise<void>;
  /** By kind of paper. */
  papers: Readonly<Partial<Record<DocumentKind, Papers>>>;
  /** The cases that a paper tells of: the case itself, or all that have their part in it, and those that have none yet. */
  casesOf(db: Queryable, row: DocumentRow): Promise<{ cases: string[]; leftOut: LeftOut[] }>;
}
