import { isDay } from '../../domain/calendar/iso-day';
import type { Refusal } from '../../domain/refusal';
import type { AppWorld } from '../app-world';
import { firstWords } from './first-words';

/** A refusal as one line of an error summary: what happened and what to do, with what the rule names. */
export function refusalWords(world: AppWorld, refusal: Refusal): string {
  const { t, has, formatDate, marks } = world.views.texts;
  const details: Record<string, unknown> = refusal.details;
  const named = ['missing', 'unknown', 'line', 'fields', 'code', 'name', 'limit'].flatMap((key) => {
    const value = details[key];
    const text = Array.isArray(value)
      ? value.map(String).join(marks.list)
      : typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : '';
    return text && has(`registers:details.${key}`) ? [t(`registers:details.${key}`, { value: text })] : [];
  });
  const { from, to } = details;
  const between =
    typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to)
      ? [t('form:between', { from: formatDate(from), to: formatDate(to) })]
      : [];
  return [
    t(`problems:${refusal.code}.what`, details),
    ...firstWords(world.views.texts, refusal),
    ...between,
    ...named,
    t(`problems:${refusal.code}.next`, details),
  ].join(marks.stop);
}
