import type { Occasion } from '../act';
import { openReferral, type ReferralKind, type ReferralState } from '../referral/state';
import { isAdverse } from './record-form';
import type { VisitState } from './state';

/** M20: adverse results become drafts of referrals; what each follow-up leads to. */
export function referralDrafts(state: VisitState, department: string, occasion: Occasion): ReferralState[] {
  const result = state.results[department];
  if (!result || !isAdverse(result.code)) return [];
  const kinds: ReferralKind[] = [];
  if (result.followUp === 'caseUnit') kinds.push('caseUnit');
  if (result.followUp === 'crossNotice') kinds.push('crossNotice');
  kinds.push('publicCredit');
  // 严重情形: concealed or refused inspections also go to joint credit action (M19).
  if (result.code === 'C' || result.code === '8') kinds.push('jointDiscipline');
  return kinds.map((kind, index) => openReferral({ visit: state, department, kind, serial: result.referrals + index + 1, at: occasion.at }));
}
