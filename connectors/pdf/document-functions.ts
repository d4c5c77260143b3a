import type { HelperOptions } from 'handlebars';
import type { DocumentTexts } from './document-texts';
import { qrImage } from './qr-image';

/** Points: the type area of GB/T 9704 is 156 mm wide, and the head stands on one line in it. */
const typeAreaWidth = 440;
const largestHead = 40;

const numerals = '〇一二三四五六七八九';

/** 1 to 99 as Chinese counts the heads of a paper: 一, 十, 十一, 二十三. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : numerals.charAt(value % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : numerals.charAt(tens)}十${ones}`;
}

function date(day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `${Number(year)}年${Number(month)}月${Number(dayOfMonth)}日`;
}

function weekday(day: string): string {
  return `星期${'日一二三四五六'.charAt(new Date(`${day}T00:00:00Z`).getUTCDay())}`;
}

/** What templates may call. Nothing here returns markup: Handlebars escapes every answer. */
export function createDocumentFunctions(texts: DocumentTexts) {
  return {
    t: (...parts: unknown[]) => texts(parts.slice(0, -1).join('.')),
    date,
    weekday,
    chinese: (index: number) => chineseNumber(index + 1),
    count: (index: number) => index + 1,
    plus: (left: number, right: number) => left + right,
    less: (value: number) => value - 1,
    percent: (basisPoints: number) => `${basisPoints / 100}%`,
    join: (values: string[], separator: string) => values.join(separator),
    joinTexts: (prefix: string, values: string[]) => values.map((value) => texts(`${prefix}.${value}`)).join('、'),
    names: (people: { name: string }[]) => people.map((person) => person.name).join('、'),
    eq: (left: unknown, right: unknown) => left === right,
    has: (values: unknown[], value: unknown) => values.includes(value),
    known: (value: unknown) => value !== null && value !== undefined && value !== '',
    any: (...values: unknown[]) => values.slice(0, -1).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value))),
    given: (value: Record<string, unknown>, name: string) => value[name] !== undefined,
    headSize: (text: string) => Math.min(largestHead, Math.floor(typeAreaWidth / [...text].length)),
    lines: (text: string) => text.split(/\r?\n/),
    codes: (...values: unknown[]) => values.slice(0, -1),
    times(count: number, options: HelperOptions) {
      return Array.from({ length: count }, (_, index) => options.fn(index)).join('');
    },
    qr: qrImage,
  };
}
