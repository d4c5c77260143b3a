import { DateTime } from 'luxon';
import type { Language } from './language';

/** People of the county read one clock, wherever the server stands. */
const zone = 'Asia/Shanghai';
const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

type Moment = Date | string;

function read(value: Moment): DateTime {
  const moment =
    value instanceof Date ? DateTime.fromJSDate(value, { zone }) : DateTime.fromISO(value, { zone, setZone: false });
  if (!moment.isValid)
    throw new RangeError(
      `"${String(value)}" is no ISO date, so no date can be shown. Pass YYYY-MM-DD, an ISO instant or a Date.`,
    );
  return moment;
}

/** How each language writes days and times; one form of each, on every page. */
const forms: Record<Language, { locale: string; date: string; shortDate: string; dateTime: string }> = {
  'zh-CN': { locale: 'zh-CN', date: 'yyyy年M月d日', shortDate: 'M月d日', dateTime: 'yyyy年M月d日 HH:mm' },
  // A date is never broken over lines.
  en: {
    locale: 'en-GB',
    date: 'd\u00a0MMM\u00a0yyyy',
    shortDate: 'd\u00a0MMM',
    dateTime: 'd\u00a0MMM\u00a0yyyy, HH:mm',
  },
};

/** Days, times and numbers in the words of a language. */
export interface Formats {
  /** 2026年11月23日, 23 Nov 2026; from a calendar day or from an instant as seen in Shanghai. Empty for nothing. */
  formatDate(value: Moment | null | undefined): string;
  /** 11月12日, 12 Nov; for a second date in a sentence whose year is already said. */
  formatShortDate(value: Moment | null | undefined): string;
  /** 2026年11月23日 09:05; a bare calendar day has no time and is shown as a date. */
  formatDateTime(value: Moment | null | undefined): string;
  /** 09:05 of an instant. */
  formatTime(value: Moment | null | undefined): string;
  /** 10,000; text that is no number passes unchanged, nothing gives nothing. */
  formatNumber(value: unknown): string;
  /** Size of a file in bytes as people write it: 1.5 MB. */
  formatFileSize(bytes: number): string;
}

/** The formats of a language. */
export function formatsOf(language: Language): Formats {
  const form = forms[language];
  const write = (value: Moment | null | undefined, pattern: string) =>
    value ? read(value).setLocale(form.locale).toFormat(pattern) : '';
  return {
    formatDate: (value) => write(value, form.date),
    formatShortDate: (value) => write(value, form.shortDate),
    formatDateTime: (value) =>
      write(value, typeof value === 'string' && dayOnly.test(value) ? form.date : form.dateTime),
    formatTime: (value) => write(value, 'HH:mm'),
    formatNumber,
    formatFileSize,
  };
}

/** Machine form for `<time datetime>`: the day itself, or the instant with its offset. */
export function machineDate(value: Moment | null | undefined): string {
  if (!value) return '';
  if (typeof value === 'string' && dayOnly.test(value)) return value;
  return read(value).toISO({ suppressMilliseconds: true }) ?? '';
}

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 20 });

function formatNumber(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number' || typeof value === 'bigint') return grouped.format(value);
  const number = Number(value);
  return Number.isFinite(number) ? grouped.format(number) : String(value);
}

const fileUnits = ['B', 'KB', 'MB', 'GB'] as const;

function formatFileSize(bytes: number): string {
  const step = Math.min(fileUnits.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  const amount = bytes / 1024 ** step;
  return `${amount.toFixed(step === 0 || amount >= 10 ? 0 : 1)} ${fileUnits[step] ?? 'B'}`;
}
