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
    '按企业信用风险分类分层抽取：A类（信用风险低）抽取1%，D类（信用风险高）抽取12户，未定类别的抽取5%',
  ],
  ['everybody', [{ all: true as const, basisPoints: 300 }], '检查对象不分类别抽取3%'],
])('a scheme by %s says so on paper', async (_by, strata, words) => {
  const plan = samples['work-plan'];
  const pdf = await renderer.render('work-plan', { ...plan, scheme: { ...plan.scheme, strata } });
  expect(wordsOf((await readPdf(pdf)).pages).replace(/\s/g, '')).toContain(words);
});

test('base and number are printed with a ratio, and rounding is spoken of only where there is one', async () => {
  const plan = samples['work-plan'];
  const said = async (scheme: object) =>
    wordsOf(
      (await readPdf(await renderer.render('work-plan', { ...plan, scheme: { ...plan.scheme, ...scheme } }))).pages,
    );
  expect(
    await said({ strata: [{ ...general, grade: 'B', basisPoints: 250 }], quotas: [{ base: 401, number: 11 }] }),
  ).toContain('B类（信用风险一般）抽取2.5%（基数401户，抽取11户）。各层数量不足一户的部分向上取整。');
  const counted = await said({ strata: [{ ...general, grade: 'C', count: 4 }], quotas: [{ base: 81, number: 4 }] });
  expect(counted).toContain('C类（信用风险较高）抽取4户（基数81户）。');
  expect(counted).not.toContain('向上取整');
  // Nor of an unannounced check where it is none.
  expect(counted).not.toContain('飞行检查');
});

test('plan and letter of an unannounced check name the law by which nobody is told', async () => {
  const unannouncedBasis = '《食品生产经营监督检查管理办法》第四十六条';
  const said = async (paper: 'work-plan' | 'consultation-letter') => {
    const sample = samples[paper];
    const pdf = await renderer.render(paper, { ...sample, scheme: { ...sample.scheme, unannouncedBasis } });
    return wordsOf((await readPdf(pdf)).pages).replace(/\s/g, '');
  };
  for (const paper of ['work-plan', 'consultation-letter'] as const)
    expect(await said(paper)).toContain(`依照${unannouncedBasis}，本次检查为飞行检查，不事先告知检查对象`);
});
