import { DateTime } from 'luxon';

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

/** 2026年11月23日, from a calendar day or from an instant as seen in Shanghai. Empty for nothing. */
export function formatDate(value: Moment | null | undefined): string {
  return value ? read(value).toFormat('yyyy年M月d日') : '';
}

/** 11月12日; for a second date in a sentence whose year is already said. */
export function formatShortDate(value: Moment | null | undefined): string {
  return value ? read(value).toFormat('M月d日') : '';
}

/** 2026年11月23日 09:05; a bare calendar day has no time and is shown as a date. */
export function formatDateTime(value: Moment | null | undefined): string {
  if (!value) return '';
  if (typeof value === 'string' && dayOnly.test(value)) return formatDate(value);
  return read(value).toFormat('yyyy年M月d日 HH:mm');
}

/** Machine form for `<time datetime>`: the day itself, or the instant with its offset. */
export function machineDate(value: Moment | null | undefined): string {
  if (!value) return '';
  if (typeof value === 'string' && dayOnly.test(value)) return value;
  return read(value).toISO({ suppressMilliseconds: true }) ?? '';
}

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 20 });

/** 10,000; text that is no number passes unchanged, nothing gives nothing. */
export function formatNumber(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number' || typeof value === 'bigint') return grouped.format(value);
  const number = Number(value);
  return Number.isFinite(number) ? grouped.format(number) : String(value);
}

const fileUnits = ['B', 'KB', 'MB', 'GB'] as const;

/** Size of a file in bytes as people write it: 1.5 MB. */
export function formatFileSize(bytes: number): string {
  const step = Math.min(fileUnits.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  const amount = bytes / 1024 ** step;
  return `${amount.toFixed(step === 0 || amount >= 10 ? 0 : 1)} ${fileUnits[step] ?? 'B'}`;
}
