import { openReferrals } from '../../../services/queries/cases/open-referrals';
import { caseAddress } from '../../paths';
import type { FactsContext, Row } from '../facts';

/** The own referrals about a visit that are not closed: whoever concludes the follow-up reads what still runs. */
export async function openReferralRows({ t, world, person }: FactsContext, visit: string): Promise<Row[]> {
  const open = await openReferrals(world.dataSource.manager, { visit, department: person.department });
  if (open.length === 0) return [];
  const links = open.map(({ id, kind, stage }) => ({
    text: t('pages:visit.openReferral', {
      kind: t(`cases:referralKinds.${kind}`),
      stage: t(`cases:stages.referral.${stage}`),
      number: id.slice(id.indexOf('/') + 1),
    }),
    href: caseAddress(id),
  }));
  return [{ key: { text: t('pages:visit.openReferrals') }, value: { links } }];
}
