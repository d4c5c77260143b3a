import { readPdf, wordsOf } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

const formOf = (name: string) => ({ ...samples['record-form'], object: { ...samples['record-form'].object, name } });

test.each(['㛃', '䶮', '𠮷'])(
  '%s is in no embedded font: the paper is refused and the character named',
  async (character) => {
    await expect(renderer.render('record-form', formOf(`${character}记小吃店`))).rejects.toMatchObject({
      code: 'DOCUMENT_MISSING_GLYPH',
      permanent: true,
      details: { characters: [character] },
    });
  },
);

test('of a batch only the papers that lack a character are left out, each named with what it lacks', async () => {
  const { pdf, refused } = await renderer.renderBatch(
    'record-form',
    [formOf('甲店'), formOf('䶮记'), formOf('乙店'), formOf('𠮷屋')],
    () => undefined,
  );
  expect(refused.map(({ index, error }) => [index, error.code, error.details['characters']])).toEqual([
    [1, 'DOCUMENT_MISSING_GLYPH', ['䶮']],
    [3, 'DOCUMENT_MISSING_GLYPH', ['𠮷']],
  ]);
  const words = wordsOf((await readPdf(pdf as Buffer)).pages);
  expect(words).toMatch(/甲店.*乙店/);
  expect(words).not.toMatch(/䶮|𠮷/u);
});

test.each(['\u200B', '\u2060', '\u00AD', '\u3164', '\u{E0100}', '\uFE0F', '\u200D'])(
  'a mark that readers leave out is no missing character, and nothing is printed for it: %j',
  async (mark) => {
    const { pages, fonts } = await readPdf(await renderer.render('record-form', formOf(`甲${mark}店`)));
    expect(wordsOf(pages)).toContain('甲店');
    for (const name of Object.keys(fonts)) expect(name).toMatch(/NotoSerifSC|WenKai/);
  },
);

test('a character that only the second font has is printed from it', async () => {
  const { pages, fonts } = await readPdf(await renderer.render('record-form', formOf('龢記小吃店')));
  expect(wordsOf(pages)).toContain('龢記小吃店');
  expect(Object.keys(fonts).some((name) => name.includes('WenKai'))).toBe(true);
});
