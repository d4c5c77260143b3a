import type { DocumentKind } from '../../domain/documents/kinds';

/** A paper on the list of its case. */
export interface DocumentRow {
  key: string;
  kind: DocumentKind;
  caseId: string;
  department: string | null;
  state: string;
}

/** What every paper says of the installation that prints it. */
export interface DocumentFrame {
  demonstration: boolean;
  publicUrl: string;
}
