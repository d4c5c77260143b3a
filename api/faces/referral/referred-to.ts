import { platformOf, type ReferralKind } from '../../../domain/referral/state';
import type { CaseSubject } from '../../../services/queries/cases/case-subject';
import type { FactsContext } from '../facts';

/** What kind of referral it is, and to whom it goes where that is known. */
export function referredTo(
  { t, units }: Pick<FactsContext, 't' | 'units'>,
  { sort, addressee }: CaseSubject,
): string | undefined {
  if (!sort) return undefined;
  const platform = platformOf[sort as ReferralKind];
  if (platform) return t('cases:reportedTo', { to: t(`cases:platforms.${platform}`) });
  const kind = t(`cases:referralKinds.${sort}`);
  return addressee ? t('cases:referredTo', { kind, to: units[addressee] ?? addressee }) : kind;
}
