import type { ReferralState } from '../../../domain/referral/state';
import { correctionsUnderway } from '../../../services/queries/cases/corrections-underway';
import { withdrawnResults } from '../../../services/queries/cases/withdrawn-results';
import { correctionWords } from '../../pages/correction-words';
import type { FactsContext } from '../facts';

/**
 * What happens meanwhile to the results that referrals rest on: a correction on its way, a publication that was withdrawn.
 * Whoever sends one reads it; other units learn of it by what they are sent.
 */
export async function resultsNow(
  { world, person, t }: FactsContext,
  referrals: readonly Pick<ReferralState, 'visit' | 'department'>[],
): Promise<(referral: Pick<ReferralState, 'visit' | 'department'>) => string[]> {
  const visits = referrals.filter(({ department }) => department === person.department).map(({ visit }) => visit);
  if (visits.length === 0) return () => [];
  const [underway, withdrawn] = await Promise.all([
    correctionsUnderway(world.dataSource, visits),
    withdrawnResults(world.dataSource, visits, person.department),
  ]);
  return ({ visit, department }) => {
    if (department !== person.department) return [];
    const correction = correctionWords(world.views.texts, underway, { visit, department });
    return [...correction, ...(withdrawn.has(visit) ? [t('pages:referral.resultWithdrawn')] : [])];
  };
}
