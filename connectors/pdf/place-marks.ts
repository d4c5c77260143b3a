import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';

/** Where a mark of a paper came to stand. */
export interface MarkedPlace {
  /** From 0. */
  page: number;
  /** Lower edge, in points from the foot of the page. */
  y: number;
}

const annotations = PDFName.of('Annots');

/**
 * Where the marks of a print stand: only the browser knows where its pages end, and it says so by the links that it keeps.
 * @returns by the last part of each link's address
 */
export async function placesOfMarks(pdf: Uint8Array): Promise<Map<string, MarkedPlace>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const places = new Map<string, MarkedPlace>();
  for (const [page, { node }] of document.getPages().entries()) {
    const links = node.lookupMaybe(annotations, PDFArray);
    for (let index = 0; index < (links?.size() ?? 0); index += 1) {
      const link = links?.lookup(index, PDFDict);
      const address = link?.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('URI'), PDFString);
      const name = address?.decodeText().split('/').at(-1);
      if (link && name) places.set(name, { page, y: link.lookup(PDFName.of('Rect'), PDFArray).asRectangle().y });
    }
  }
  return places;
}

/** A print without its marks: nobody who reads it is led to an address that nobody has. */
export async function withoutMarks(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  for (const { node } of document.getPages()) node.delete(annotations);
  return document.save();
}
