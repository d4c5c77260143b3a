import type { HelperOptions } from 'handlebars';
import { machineDate, type Formats } from './format';
import { defaultLanguage, type Language } from './language';
import type { Texts } from './texts';

/**
 * Words for a deadline: working days left, 0 for today, negative for working days past it; a part of one where none has
 * passed since.
 */
export function dueWords({ t, formatNumber }: Texts, days: number): string {
  if (days < 0 && days > -1) return t('components:due.over');
  if (days < 0) return t('components:due.overdue', { days: formatNumber(-days) });
  if (days === 0) return t('components:due.today');
  return t('components:due.left', { days: formatNumber(days) });
}

const languageOf = (options: HelperOptions) =>
  (options.data as { root?: { language?: Language } } | undefined)?.root?.language ?? defaultLanguage;

/** Functions for words, dates and numbers in templates, in the language that the page's model names. */
export function createTextFunctions(texts: Texts) {
  const of = (options: HelperOptions) => texts.in(languageOf(options));
  const format =
    (name: keyof Formats) =>
    (value: never, options: HelperOptions): string =>
      of(options)[name](value);
  return {
    t: (key: string, options: HelperOptions) => of(options).t(key, options.hash as Record<string, unknown>),
    date: format('formatDate'),
    shortDate: format('formatShortDate'),
    dateTime: format('formatDateTime'),
    machineDate,
    number: format('formatNumber'),
    fileSize: format('formatFileSize'),
    dueWords: (days: number, options: HelperOptions) => dueWords(of(options), days),
  };
}
