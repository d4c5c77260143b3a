import { PDFDocument } from '@cantoo/pdf-lib';
import { readPdf, wordsOf } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

const forms = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...samples['record-form'],
    formNumber: `BATCH-${String(index).padStart(4, '0')}`,
  }));

test('two hundred forms are one PDF, in order, with progress', async () => {
  const progress: [number, number][] = [];
  const { pdf, refused } = await renderer.renderBatch('record-form', forms(200), (done, total) =>
    progress.push([done, total]),
  );
  expect(refused).toEqual([]);
  const one = (await PDFDocument.load(await renderer.render('record-form', samples['record-form']))).getPageCount();
  const { pages } = await readPdf(pdf as Buffer);
  expect(pages).toHaveLength(200 * one);
  expect(pages.map((page) => /BATCH-(\d{4})/.exec(wordsOf([page]))?.[1]).map(Number)).toEqual(
    Array.from({ length: 200 * one }, (_, index) => Math.floor(index / one)),
  );
  expect(progress.length).toBeGreaterThan(2);
  expect(progress.map(([done]) => done)).toEqual(
    [...progress.map(([done]) => done)].sort((left, right) => left - right),
  );
  expect(progress.at(-1)).toEqual([200, 200]);
});

test('letters of one batch count their pages each by itself', async () => {
  const letter = samples['consultation-letter'];
  const { pdf } = await renderer.renderBatch('consultation-letter', [letter, letter], () => undefined);
  const { pages } = await readPdf(pdf as Buffer);
  const half = pages.slice(pages.length / 2);
  expect(wordsOf(half)).toContain('—2—');
  expect(wordsOf(half)).not.toContain(`—${pages.length}—`);
});

test('an empty batch is refused, not an empty PDF', async () => {
  await expect(renderer.renderBatch('record-form', [], () => undefined)).rejects.toMatchObject({
    code: 'DOCUMENT_DATA_INVALID',
  });
});

test('while hundreds of forms are made ready, the process comes to its other work', async () => {
  let turns = 0;
  let counting = true;
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const object = { ...samples['record-form'].object, name: '灌云县\u{2B740}记商行' };
  const unprintable = Array.from({ length: 100 }, () => ({ ...samples['record-form'], object }));
  const { pdf, refused } = await renderer.renderBatch('record-form', unprintable, () => undefined);
  counting = false;
  expect(pdf).toBeUndefined();
  expect(refused).toHaveLength(100);
  expect(turns).toBeGreaterThan(20);
});
