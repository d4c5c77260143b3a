import { readPdf, wordsOf } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

/** A PDF without what differs from one print to the next. */
const lasting = (pdf: Buffer) => pdf.toString('latin1').replaceAll(/\/(CreationDate|ModDate) \([^)]*\)/g, '');

test('a paper is the same on a new page and on one that a paper of another kind was printed on', async () => {
  const other = openRenderer();
  try {
    await other.render('consultation-letter', samples['consultation-letter']);
    expect(lasting(await other.render('record-form', samples['record-form']))).toBe(
      lasting(await renderer.render('record-form', samples['record-form'])),
    );
  } finally {
    await other.close();
  }
});

test('a paper keeps nothing of the one before', async () => {
  const named = (name: string) =>
    renderer.render('record-form', { ...samples['record-form'], object: { ...samples['record-form'].object, name } });
  await named('灌云县前一家餐饮店');
  const words = wordsOf((await readPdf(await named('灌云县后一家餐饮店'))).pages);
  expect(words).toContain('后一家');
  expect(words).not.toContain('前一家');
});

test('a rare character is printed on a page that had none, and the next paper without it is as before', async () => {
  const named = (name: string) =>
    renderer.render('record-form', { ...samples['record-form'], object: { ...samples['record-form'].object, name } });
  const plain = await named('灌云县伊山餐饮店');
  const { pages, fonts } = await readPdf(await named('灌云县骉龢餐饮店'));
  expect(wordsOf(pages)).toContain('骉龢');
  expect(Object.keys(fonts).some((name) => name.includes('WenKai'))).toBe(true);
  expect(lasting(await named('灌云县伊山餐饮店'))).toBe(lasting(plain));
});
