import type { CorrectionUnderway } from '../../services/queries/cases/corrections-underway';
import type { Texts } from '../views/texts';

/** While a correction of a department's result runs: what the public reads now, and what is on its way; nothing else. */
export function correctionWords(
  texts: Pick<Texts, 't' | 'formatDate'>,
  underway: readonly CorrectionUnderway[],
  of: { visit: string; department: string },
): string[] {
  return underway
    .filter(({ visit, department }) => visit === of.visit && department === of.department)
    .flatMap((correction) => wordsOf(texts, correction));
}

function wordsOf({ t, formatDate }: Pick<Texts, 't' | 'formatDate'>, { shown, next }: CorrectionUnderway): string[] {
  return [
    t('pages:visit.shownNow', {
      version: shown.version,
      code: t(`cases:codes.${shown.code}`),
      day: formatDate(shown.at),
    }),
    t('pages:visit.onItsWay', {
      version: next.version,
      code: next.code ? t(`cases:codes.${next.code}`) : t('pages:visit.none'),
      stage: t(`cases:results.${next.stage}`),
    }),
  ];
}
