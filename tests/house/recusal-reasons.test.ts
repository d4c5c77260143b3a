import { join } from 'node:path';
import { recusalReason, recusalWords } from '../../api/pages/registers/recusal-reasons';
import { createTexts } from '../../api/views/texts';
import { listedRecusal } from '../../domain/registers/recusal-reason';

const all = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
const texts = (language: 'zh-CN' | 'en') => all.in(language);

test.each([
  ['zh-CN', '名录导入'],
  ['en', 'Named by the list that was loaded'],
] as const)(
  'in %s a recusal that a list named is worded, and stays a code when its form is saved as it was',
  (language, words) => {
    expect(recusalWords(texts(language), listedRecusal)).toBe(words);
    expect(recusalReason(texts(language), words)).toBe(listedRecusal);
  },
);

test('what a person wrote is kept and shown as it is', () => {
  expect(recusalWords(texts('en'), '近亲属任该单位负责人')).toBe('近亲属任该单位负责人');
  expect(recusalReason(texts('zh-CN'), '近亲属任该单位负责人')).toBe('近亲属任该单位负责人');
});
