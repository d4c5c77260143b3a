import type { Refusal } from '../../domain/refusal';
import type { Texts } from '../views/texts';

/** Who was first, for which act and when; nothing where a refusal names nobody. */
export function firstWords(
  { t, formatDateTime }: Pick<Texts, 't' | 'formatDateTime'>,
  { details: { first } }: Pick<Refusal, 'details'>,
): string[] {
  if (!first) return [];
  const { act, by, at } = first;
  const name = by ?? t('cases:capacities.system');
  return [t('form:first', { name, at: formatDateTime(at), act: t(`acts:${act}.name`) })];
}
