import { readPdf, type Piece } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

const millimetre = 72 / 25.4;
const page = { width: 210 * millimetre, height: 297 * millimetre };

function lines(pieces: Piece[]): Piece[][] {
  const rows = new Map<number, Piece[]>();
  for (const piece of pieces) rows.set(Math.round(piece.y), [...(rows.get(Math.round(piece.y)) ?? []), piece]);
  return [...rows.values()];
}

test('GB/T 9704: a full page of a letter has 22 lines of 28 characters of 16 pt inside the margins', async () => {
  const reply = { ...samples['consultation-reply'], demonstration: false, reasons: ['检'.repeat(1900)] };
  const { pages } = await readPdf(await renderer.render('consultation-reply', reply));
  const body = (pages[1]?.pieces ?? []).filter((piece) => piece.text.includes('检'));
  expect(lines(body)).toHaveLength(22);
  for (const line of lines(body)) {
    expect(line.map((piece) => piece.text).join('')).toHaveLength(28);
    for (const piece of line) {
      expect(piece.size).toBeCloseTo(16, 1);
      expect(piece.x).toBeGreaterThanOrEqual(28 * millimetre - 0.5);
      expect(piece.x + piece.advance).toBeLessThanOrEqual(page.width - 26 * millimetre + 0.5);
      expect(piece.y).toBeGreaterThanOrEqual(35 * millimetre);
      expect(piece.y + piece.size * 0.8).toBeLessThanOrEqual(page.height - 37 * millimetre);
    }
  }
});

test('page numbers stand outside: right on odd pages, left on even ones, none on the first page of a letter', async () => {
  const reply = { ...samples['consultation-reply'], reasons: ['检'.repeat(1900)] };
  const { pages } = await readPdf(await renderer.render('consultation-reply', reply));
  const number = (index: number) =>
    pages[index]?.pieces.filter(
      (piece) => /^— ?\d+ ?—$/.test(piece.text.trim()) || (piece.y < 35 * millimetre && /\d/.test(piece.text)),
    ) ?? [];
  expect(number(0)).toEqual([]);
  expect(number(1)[0]?.text).toContain('2');
  expect(number(1)[0]?.x).toBeLessThan(page.width / 2);
  expect(number(2)[0]?.text).toContain('3');
  expect(number(2)[0]?.x).toBeGreaterThan(page.width / 2);
});
