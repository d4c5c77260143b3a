import { dayNumber, dayOfNumber, isDay } from '../calendar/iso-day';
import { accept, fix, refuse, type Verdict } from './cell-verdict';
import { halfWidth, trimmed } from './cell-text';
import { dateReasons, type Reason } from './import-reasons';

/** How far the county's time is ahead of UTC. */
const eightHoursMs = 8 * 3_600_000;
/** Serial 0 of a spreadsheet whose calendar believes in 1900-02-29. */
const serialOrigin = dayNumber('1899-12-30');
const patterns: [RegExp, (date: string) => Reason][] = [
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, dateReasons.slash],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, dateReasons.chinese],
  [/^(\d{4})(\d{2})(\d{2})$/, dateReasons.compact],
  [/^(\d{4})\.(\d{1,2})\.(\d{1,2})$/, dateReasons.dotted],
];
const hopeless: [RegExp, Reason][] = [
  [/^-\d+(\.\d+)?$/, dateReasons.negative],
  [/^\d{2}-\d{1,2}-\d{1,2}$/, dateReasons.twoDigitYear],
  [/^\d{1,2}\/\d{1,2}\/\d{4}$/, dateReasons.ambiguous],
  [/^[〇零一二三四五六七八九十]+年.+$/, dateReasons.chineseNumerals],
  [/^\d{4}[-/.年]\d{1,2}月?$/, dateReasons.noDay],
];

const moment = /^(.*\d日?)[ T](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const offsetOfCounty = /^\+08:?00$/;
const midnight = /^[0:.]+$/;

/**
 * A day as people, spreadsheets and programs write it; blank cells are the caller's matter. Refuses what can be read in two
 * ways. Of a moment the day is taken; one that is told in the time of elsewhere only where it is midnight here.
 */
export function checkDateCell(cell: string): Verdict<string> {
  const text = trimmed(halfWidth(cell));
  const [, of, time = '', zone] = moment.exec(text) ?? [];
  if (of === undefined) return checkDay(cell, text);
  const { value: day, finding } = checkDay(of, of);
  if (day === undefined) return { finding };
  if (zone === undefined || offsetOfCounty.test(zone)) return fix(day, dateReasons.withTime(day));
  const here = new Date(Date.parse(`${day}T${time}${zone.toUpperCase()}`) + eightHoursMs).toISOString();
  return midnight.test(here.slice(11, 23))
    ? fix(here.slice(0, 10), dateReasons.withTime(here.slice(0, 10)))
    : refuse(dateReasons.elsewhere);
}

function checkDay(cell: string, text: string): Verdict<string> {
  const date = /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? padded(text.split('-')) : undefined;
  if (date !== undefined) {
    if (!isDay(date)) return refuse(dateReasons.missing);
    if (date === cell) return accept(date);
    return fix(date, /[\uFF01-\uFF5E]/.test(cell) ? dateReasons.fullWidth(date) : dateReasons.spaces(date));
  }
  const serial = /^(\d{5})(\.\d+)?$/.exec(text);
  if (serial) {
    const day = dayOfNumber(serialOrigin + Number(serial[1]));
    return fix(day, serial[2] === undefined ? dateReasons.serial(day) : dateReasons.decimalSerial(day));
  }
  for (const [pattern, reason] of patterns) {
    const parts = pattern.exec(text);
    if (!parts) continue;
    const day = padded(parts.slice(1));
    return isDay(day) ? fix(day, reason(day)) : refuse(dateReasons.missing);
  }
  return refuse(hopeless.find(([pattern]) => pattern.test(text))?.[1] ?? dateReasons.noDate);
}

const padded = ([year, month, date]: string[]): string =>
  `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
