import type { DocumentKind } from '../../domain/documents/kinds';

/** A paper on the list of its case. */
export interface DocumentRow {
  key: string;
  kind: DocumentKind;
  caseId: string;
  department: string | null;
}

/** What every paper says of the installation that prints it. */
export interface DocumentFrame {
  demonstration: boolean;
  publicUrl: string;
}

/** One paper as it is printed: the case that it tells of, and what it says. */
export interface AssembledPaper {
  caseId: string;
  data: Record<string, unknown>;
}

/** A case of a batch that has no paper in it, and why. */
export interface LeftOut {
  caseId: string;
  why: 'undated' | 'unnoticed';
}

/** A paper of a batch that could not be made: what is wrong with it, in words that a person can act on. */
export interface PaperFailure {
  caseId: string;
  /** The firm that it is about, where it is about one. */
  object?: string;
  code: string;
  /** Characters that no font has. */
  characters?: string[];
  /** Where on the paper they stand: the field, and its text. */
  places?: { field: string; text: string }[];
}
