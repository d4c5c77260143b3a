import { documents, type DocumentKind } from '../../domain/documents/kinds';
import { readPdf, wordsOf } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

const kinds = Object.keys(documents) as DocumentKind[];
const mark = '演示数据，不具法律效力';

describe.each(kinds)('%s', (kind) => {
  test('is A4, in embedded fonts only, and says on every page that it is a demonstration', async () => {
    const { pages, fonts } = await readPdf(await renderer.render(kind, samples[kind]));
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      expect(page.width).toBeCloseTo(595.28, 0);
      expect(page.height).toBeCloseTo(841.89, 0);
      expect(wordsOf([page])).toContain(mark);
    }
    expect(Object.keys(fonts).length).toBeGreaterThan(0);
    expect(Object.values(fonts)).not.toContain(false);
    for (const name of Object.keys(fonts)) expect(name).toMatch(/NotoSerifSC|NotoSansSC|WenKai/);
  });

  test('bears no mark when it is in earnest', async () => {
    const { pages } = await readPdf(await renderer.render(kind, { ...samples[kind], demonstration: false }));
    expect(wordsOf(pages)).not.toContain(mark);
  });

  test('is refused when a value is missing, by name of the field', async () => {
    const { check, issuer, officers, ...rest } = samples[kind] as Record<string, unknown>;
    expect([check, issuer, officers].some((value) => value !== undefined)).toBe(true);
    await expect(renderer.render(kind, rest as never)).rejects.toMatchObject({
      code: 'DOCUMENT_DATA_INVALID',
      permanent: true,
    });
  });
});
