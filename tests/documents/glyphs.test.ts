import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocumentFonts } from '../../connectors/pdf/document-fonts';
import { paragraph } from '../../domain/fields';
import { hasPictures } from '../../domain/text/picture-signs';
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
    for (const name of Object.keys(fonts)) expect(name).toMatch(/NotoSerifSC|NotoSansSC|WenKai/);
  },
);

test('a character that only the second font has is printed from it', async () => {
  const { pages, fonts } = await readPdf(await renderer.render('record-form', formOf('龢記小吃店')));
  expect(wordsOf(pages)).toContain('龢記小吃店');
  expect(Object.keys(fonts).some((name) => name.includes('WenKai'))).toBe(true);
});

test('of pictographs exactly those are refused at the field that no font of a paper has', () => {
  const fonts = createDocumentFonts();
  const wrong: string[] = [];
  for (let code = 0xa0; code < 0x20000; code += 1) {
    const sign = String.fromCodePoint(code);
    if (!/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20E3]/u.test(sign)) continue;
    if (hasPictures(sign) !== fonts.missing(sign).length > 0) wrong.push(sign);
  }
  expect(wrong).toEqual([]);
});

test('each text typed on a phone is told at its field, or can be printed', async () => {
  const texts = readFileSync(join(__dirname, '..', 'fixtures', 'cases', '19b-texts-typed-on-a-phone.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const field = paragraph(1000);
  const taken = texts.flatMap((text) => {
    const parsed = field.safeParse(text);
    return parsed.success ? [parsed.data] : [];
  });
  expect(texts.length - taken.length).toBe(4);
  const [row] = samples['record-form'].items;
  if (!row) throw new Error('no item');
  const items = taken.map((problem) => ({ ...row, problem }));
  const { pages } = await readPdf(await renderer.render('record-form', { ...samples['record-form'], items }));
  for (const text of taken) expect(wordsOf(pages)).toContain(text.replace(/\s/g, ''));
});
