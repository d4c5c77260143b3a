import { join } from 'node:path';
import { createPdfRenderer, type PdfRenderer } from '../../connectors/pdf/create-pdf-renderer';

/** The browser that the run was provisioned with. */
export function browserPath(): string {
  const path = process.env.TEST_CHROMIUM_PATH;
  if (!path)
    throw new Error(
      'TEST_CHROMIUM_PATH is not set, so no paper can be drawn. Run these tests through the documents project.',
    );
  return path;
}

export function openRenderer(limits = { printTimeoutMs: 60_000, launchTimeoutMs: 60_000 }): PdfRenderer {
  return createPdfRenderer({ browserPath: browserPath(), templates: join(process.cwd(), 'templates'), limits });
}
