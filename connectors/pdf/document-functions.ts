import type { HelperOptions } from 'handlebars';
import type { DocumentTexts } from './document-texts';
import { asSentence } from '../../domain/documents/as-sentence';
import { qrImage } from './qr-image';
import { wholeWords } from './whole-words';

/** Points: the type area of GB/T 9704 is 156 mm wide, and the head stands on one line in it. */
const typeAreaWidth = 440;
const largestHead = 40;

/** 1 to 99 as Chinese counts the heads of a paper: 一, 十, 十一, 二十三. `digits` runs from nought to ten. */
function chineseNumber(value: number, digits: string): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : digits.charAt(value % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : digits.charAt(tens)}${digits.charAt(10)}${ones}`;
}

function filled(pattern: string, values: Record<string, number>): string {
  return pattern.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
}

/** What templates may call. Nothing here returns markup: Handlebars escapes every answer. */
export function createDocumentFunctions(texts: DocumentTexts) {
  return {
    t: (...parts: unknown[]) => texts(parts.slice(0, -1).join('.')),
    date(iso: string) {
      const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
      return filled(texts('format.date'), { year, month, day });
    },
    weekday: (iso: string) => texts(`format.weekday.${new Date(`${iso}T00:00:00Z`).getUTCDay()}`),
    chinese: (index: number) => chineseNumber(index + 1, texts('format.digits')),
    count: (index: number) => index + 1,
    plus: (left: number, right: number) => left + right,
    less: (value: number) => value - 1,
    percent: (basisPoints: number) => `${basisPoints / 100}%`,
    join: (values: string[], separator: string) => values.join(separator),
    joinTexts: (prefix: string, values: string[]) =>
      values.map((value) => texts(`${prefix}.${value}`)).join(texts('format.listSeparator')),
    names: (people: { name: string }[]) => people.map((person) => person.name).join(texts('format.listSeparator')),
    eq: (left: unknown, right: unknown) => left === right,
    has: (values: unknown[], value: unknown) => values.includes(value),
    known: (value: unknown) => value !== null && value !== undefined && value !== '',
    any: (...values: unknown[]) =>
      values.slice(0, -1).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value))),
    over: (values: unknown[], most: number) => values.length > most,
    given: (value: Record<string, unknown>, name: string) => value[name] !== undefined,
    anyGiven: (values: Record<string, unknown>[], name: string) => values.some((value) => value[name] !== undefined),
    sentence: asSentence,
    /** What a number of a firm is called: a credit code has 18 characters, a registration number 15 (GB 32100-2015). */
    codeLabel: (code: string) =>
      texts(code === '' || [...code].length === 18 ? 'label.code' : 'label.registrationNumber'),
    headSize: (text: string) => Math.min(largestHead, Math.floor(typeAreaWidth / [...text].length)),
    words: (...parts: unknown[]) => wholeWords(parts.slice(0, -1).join('')),
    lines: (text: string) => text.split(/\r?\n/),
    codes: (...values: unknown[]) => values.slice(0, -1),
    times(count: number, options: HelperOptions) {
      return Array.from({ length: count }, (_, index) => options.fn(index)).join('');
    },
    qr: qrImage,
  };
}
