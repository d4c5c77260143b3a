import { readPdf, wordsOf } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

const general = { scale: 'general' as const };

test.each([
  [
    'grades and who has none',
    [
      { ...general, grade: 'A' as const, basisPoints: 100 },
      { ...general, grade: 'D' as const, count: 12 },
      { ...general, unclassified: true as const, basisPoints: 500 },
    ],
    '按企业信用风险分类分层抽取：A类抽取1%，D类抽取12户，未定类别的抽取5%',
  ],
  ['everybody', [{ all: true as const, basisPoints: 300 }], '检查对象不分类别抽取3%'],
])('a scheme by %s says so on paper', async (_by, strata, words) => {
  const plan = samples['work-plan'];
  const pdf = await renderer.render('work-plan', { ...plan, scheme: { ...plan.scheme, strata } });
  expect(wordsOf((await readPdf(pdf)).pages).replace(/\s/g, '')).toContain(words);
});
