import path from 'node:path';
import { createPdfRenderer, type PdfRenderer } from '../../connectors/pdf/create-pdf-renderer';
import type { DocumentError } from '../../connectors/pdf/document-error';
import type { DocumentInput, DocumentKind } from '../../domain/documents/kinds';
import type { DocumentPrinter } from '../../services/documents/issue-document';

const limits = { printTimeoutMs: 120_000, launchTimeoutMs: 60_000 };

/** Draws papers in a browser that is looked for, and started, with the first of them. */
export function documentPrinter({
  browserPath,
  templates = path.join(process.cwd(), 'templates'),
}: {
  browserPath(): Promise<string>;
  templates?: string;
}): DocumentPrinter & { close(): Promise<void> } {
  let renderer: Promise<PdfRenderer> | undefined;
  return {
    async render(kind, papers, onProgress) {
      renderer ??= start();
      const { pdf, refused } = await (
        await renderer
      ).renderBatch(kind, papers as DocumentInput<DocumentKind>[], onProgress);
      return { pdf, refused: refused.map(({ index, error }) => ({ index, ...wrongWith(error) })) };
    },
    close: async () => (await renderer)?.close(),
  };

  async function start(): Promise<PdfRenderer> {
    return createPdfRenderer({ browserPath: await browserPath(), templates, installedFonts: true, limits });
  }
}

/** What is wrong with a paper, by code, and by characters where its fonts lack some. */
function wrongWith({ code, details }: DocumentError): { code: string; characters?: string[] } {
  const { characters } = details;
  return { code, ...(Array.isArray(characters) ? { characters: characters.map(String) } : {}) };
}
