import { PDFDocument, PDFName, PDFArray, PDFDict } from '@cantoo/pdf-lib';

/** Lower edge of the type area: 35 mm (GB/T 9704-2012), and what the last line keeps from it for its rule. */
const lowerEdge = (35 * 72) / 25.4;
const spare = 8;

/**
 * How far what ends a paper stands above the foot of its last page, in points: the paper's one link marks it.
 * @returns 0 where it stands there already, or no link is there
 */
export async function footRoom(pdf: Uint8Array): Promise<number> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const last = document.getPages().at(-1);
  const links = last?.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  const link = links && links.size() > 0 ? links.lookup(links.size() - 1, PDFDict) : undefined;
  const lowest = link?.lookup(PDFName.of('Rect'), PDFArray).asRectangle().y;
  return lowest === undefined ? 0 : Math.max(0, Math.floor(lowest - lowerEdge - spare));
}
