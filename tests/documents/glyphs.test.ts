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
      details: { characters: [character], documents: [0] },
    });
  },
);

test('a batch is refused as a whole, naming which papers are to be mended', async () => {
  const printed: number[] = [];
  const batch = renderer.renderBatch(
    'record-form',
    [formOf('甲店'), formOf('䶮记'), formOf('乙店'), formOf('𠮷屋')],
    (done) => printed.push(done),
  );
  await expect(batch).rejects.toMatchObject({ details: { characters: ['䶮', '𠮷'], documents: [1, 3] } });
  expect(printed).toEqual([]);
});

test('a character that only the second font has is printed from it', async () => {
  const { pages, fonts } = await readPdf(await renderer.render('record-form', formOf('龢記小吃店')));
  expect(wordsOf(pages)).toContain('龢記小吃店');
  expect(Object.keys(fonts).some((name) => name.includes('WenKai'))).toBe(true);
});
