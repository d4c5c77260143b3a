import { normalForm } from './normal-form';

const words = new Set(
  [
    '无',
    '没有',
    '没',
    '未有',
    '暂无',
    '无回避',
    '无回避单位',
    '不涉及',
    '不适用',
    '无需回避',
    '空',
    '-',
    '--',
    '---',
    '/',
    '\\',
    '\\\\',
    '//',
    'none',
    'no',
    'n/a',
    'na',
    'null',
    '0',
    '〇',
    '×',
    'x',
    '.',
    '。',
    '…',
    '……',
    '_',
    '*',
  ].map(normalForm),
);

/** Whether what stands in a cell says that there is none: 无, 没有, a dash, a stroke, nothing. */
export const namesNobody = (text: string): boolean => {
  const form = normalForm(text);
  return form === '' || words.has(form) || words.has(form.replace(/[。.]+$/, ''));
};
