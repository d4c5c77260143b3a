import type { CorrectionUnderway } from '../../services/queries/cases/corrections-underway';
import type { Texts } from '../views/texts';

type WordsOf = Pick<Texts, 't' | 'formatDate' | 'formatDateTime' | 'marks'>;

/** While a correction of a department's result runs: what the public reads now, and what is on its way, raised by whom. */
export function correctionWords(
  texts: WordsOf,
  underway: readonly CorrectionUnderway[],
  of: { visit: string; department: string },
): string[] {
  return underway
    .filter(({ visit, department }) => visit === of.visit && department === of.department)
    .flatMap((correction) => wordsOf(texts, correction));
}

function wordsOf(
  { t, formatDate, formatDateTime, marks }: WordsOf,
  { shown, next, raised }: CorrectionUnderway,
): string[] {
  const onItsWay = t('pages:visit.onItsWay', {
    version: next.version,
    code: next.code ? t(`cases:codes.${next.code}`) : t('pages:visit.none'),
    stage: t(`cases:results.${next.stage}`),
  });
  const name = raised && (raised.by ?? t('cases:capacities.system'));
  return [
    t('pages:visit.shownNow', {
      version: shown.version,
      code: t(`cases:codes.${shown.code}`),
      day: formatDate(shown.at),
    }),
    raised ? [onItsWay, t('pages:visit.raised', { name, at: formatDateTime(raised.at) })].join(marks.comma) : onItsWay,
  ];
}
