import { documents, type DocumentKind } from '../../domain/documents/kinds';
import { atTheirLongest } from '../domain/documents/longest';
import { readPdf, wordsOf } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

const kinds = Object.keys(documents) as DocumentKind[];
const millimetre = 72 / 25.4;

test.each(kinds)('%s with everything as long as registers take it stays on the page', async (kind) => {
  const { pages } = await readPdf(await renderer.render(kind, atTheirLongest(samples[kind]) as never));
  const outside = pages.flatMap((page) =>
    page.pieces
      .filter(({ text }) => text.trim() !== '')
      .filter(({ x, y, advance }) => x < 0 || x + advance > page.width - 5 * millimetre || y < 0 || y > page.height)
      .map(({ text, x, advance }) => [text.slice(0, 30), Math.round(x), Math.round(x + advance)]),
  );
  expect(outside).toEqual([]);
});

test('an item that nobody looked at is said to be that, and ticked as nothing', async () => {
  const form = samples['record-form'];
  const items = form.items.map((item) => ({ ...item, finding: 'unchecked' as const }));
  const words = wordsOf((await readPdf(await renderer.render('record-form', { ...form, items }))).pages);
  expect(words.split('未检查').length - 1).toBe(items.length);
  expect(words).not.toContain('不涉及');
});
