import type { HelperOptions } from 'handlebars';
import { formatDate, formatDateTime, formatFileSize, formatNumber, formatShortDate, machineDate } from './format';
import type { Texts } from './texts';

/**
 * Words for a deadline: working days left, 0 for today, negative for working days past it; a part of one where none has
 * passed since.
 */
export function dueWords(texts: Texts, days: number, language?: string): string {
  if (days < 0 && days > -1) return texts.t('components:due.over', {}, language);
  if (days < 0) return texts.t('components:due.overdue', { days: formatNumber(-days) }, language);
  if (days === 0) return texts.t('components:due.today', {}, language);
  return texts.t('components:due.left', { days: formatNumber(days) }, language);
}

const languageOf = (options: HelperOptions) =>
  (options.data as { root?: { language?: string } } | undefined)?.root?.language;

/** Functions for words, dates and numbers in templates. */
export function createTextFunctions(texts: Texts) {
  return {
    t: (key: string, options: HelperOptions) =>
      texts.t(key, options.hash as Record<string, unknown>, languageOf(options)),
    date: formatDate,
    shortDate: formatShortDate,
    dateTime: formatDateTime,
    machineDate,
    number: formatNumber,
    fileSize: formatFileSize,
    dueWords: (days: number, options: HelperOptions) => dueWords(texts, days, languageOf(options)),
  };
}
