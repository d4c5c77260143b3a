import { asSentence } from '../../../domain/documents/as-sentence';

test.each([
  ['规范餐饮服务单位经营行为', '规范餐饮服务单位经营行为。'],
  ['规范经营行为。', '规范经营行为。'],
  ['规范经营行为。  \n', '规范经营行为。'],
  ['落实“双随机、一公开”。”', '落实“双随机、一公开”。”'],
  ['规范经营行为（含网络经营）', '规范经营行为（含网络经营）。'],
  ['规范经营行为；', '规范经营行为。'],
  ['', ''],
  ['   ', ''],
])('%j stands in a letter as %j', (written, sentence) => {
  expect(asSentence(written)).toBe(sentence);
});
