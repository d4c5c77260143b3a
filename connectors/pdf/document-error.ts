export type DocumentErrorCode =
  | 'DOCUMENT_MISSING_GLYPH'
  | 'DOCUMENT_DATA_INVALID'
  | 'DOCUMENT_TIMED_OUT'
  | 'DOCUMENT_BROWSER_FAILED'
  | 'DOCUMENT_RENDERER_CLOSED';

/** Codes that a second try cannot mend: a person has to change the data. */
const permanentCodes: readonly DocumentErrorCode[] = ['DOCUMENT_MISSING_GLYPH', 'DOCUMENT_DATA_INVALID'];

/** Why a paper was not made. `permanent` tells a caller whether trying again can help. */
export class DocumentError extends Error {
  readonly permanent: boolean;

  constructor(
    readonly code: DocumentErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DocumentError';
    this.permanent = permanentCodes.includes(code);
  }
}
