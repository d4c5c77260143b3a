import { PDFDocument } from '@cantoo/pdf-lib';

/** Several PDFs as one, pages in the order given. */
export async function mergePdf(parts: readonly Uint8Array[]): Promise<Buffer> {
  const [only] = parts;
  if (only && parts.length === 1) return Buffer.from(only);
  const whole = await PDFDocument.create();
  for (const part of parts) {
    const document = await PDFDocument.load(part, { updateMetadata: false });
    for (const page of await whole.copyPages(document, document.getPageIndices())) whole.addPage(page);
  }
  return Buffer.from(await whole.save());
}
