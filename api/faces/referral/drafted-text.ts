import type { ReferableRecord } from '../../../services/queries/cases/referral-draft';
import type { Texts } from '../../views/texts';

/**
 * Facts, basis and catalogue code of a referral, as record and items give them; a person reads and mends them. Nothing is
 * cut: what is longer than a field takes is refused by the field. A code is given only where all items have the same.
 * @param texts those of the county's language: what goes out is written in it, whoever reads the page
 */
export function draftedText(
  { t, formatDate }: Pick<Texts, 't' | 'formatDate'>,
  { object, code, completedOn, otherProblem, problems }: ReferableRecord,
): { facts?: string; legalBasis?: string; catalogueCode?: string } {
  const found = [
    ...problems.map(({ item, problem }) => `${item}：${problem.replace(/[。；]$/, '')}`),
    otherProblem,
  ].filter(Boolean);
  const what = found.length > 0 ? found.join('；') : t(`cases:codes.${code}`);
  const bases = [...new Set(problems.flatMap(({ basis }) => basis ?? []))];
  const codes = [...new Set(problems.map(({ catalogueCode }) => catalogueCode))];
  const [catalogueCode] = codes;
  return {
    facts: t('pages:firmReferrals.facts', { day: formatDate(completedOn), object, what }),
    ...(bases.length > 0 && { legalBasis: bases.join('；') }),
    ...(codes.length === 1 && catalogueCode && { catalogueCode }),
  };
}
