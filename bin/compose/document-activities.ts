import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDocumentActivities } from '../../activities/documents';
import { childEnvironment, type Config } from '../../config';
import { findBrowser } from '../../connectors/browser/find-browser';
import { createPdfRenderer, type PdfRenderer } from '../../connectors/pdf/create-pdf-renderer';
import type { DocumentInput, DocumentKind } from '../../domain/documents/kinds';
import { countStray } from '../../services/cases/strays';
import { issueDocument } from '../../services/documents/issue-document';

const limits = { printTimeoutMs: 120_000, launchTimeoutMs: 60_000 };

/** The activities that draw papers; the browser starts with the first paper. */
export function documentActivities(
  dataSource: DataSource,
  config: Pick<Config, 'chromiumPath' | 'cacheDir' | 'demonstration' | 'publicUrl'>,
) {
  let renderer: Promise<PdfRenderer> | undefined;
  const printer = {
    async render(kind: string, papers: Record<string, unknown>[], onProgress: (done: number) => void): Promise<Buffer> {
      renderer ??= start();
      return (await renderer).renderBatch(kind as DocumentKind, papers as DocumentInput<DocumentKind>[], onProgress);
    },
  };
  return {
    activities: createDocumentActivities({
      countStray: (place, reason) => countStray(dataSource, place, reason),
      async issueDocument(key, onProgress) {
        let done = 0;
        const beat = setInterval(() => onProgress(done), 10_000);
        try {
          return await issueDocument(dataSource, printer, config, key, (papers) => (done = Math.max(done, papers)));
        } finally {
          clearInterval(beat);
        }
      },
    }),
    close: async () => (await renderer)?.close(),
  };

  async function start(): Promise<PdfRenderer> {
    const browserPath = await findBrowser({
      given: config.chromiumPath,
      cacheDir: config.cacheDir,
      environment: childEnvironment({}),
      say: (line) => console.log(line),
    });
    return createPdfRenderer({ browserPath, templates: path.join(__dirname, '..', '..', '..', 'templates'), limits });
  }
}
