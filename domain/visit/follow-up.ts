import type { Occasion } from '../act';
import { openReferral, type ReferralKind, type ReferralState } from '../referral/state';
import { isAdverse } from './record-form';
import type { DispositionTrack, ResultState, VisitState } from './state';

/**
 * M20: adverse results become drafts of referrals; what each follow-up leads to. A corrected result drafts what its new
 * finding asks for and what no draft was made for yet.
 */
export function referralDrafts(state: VisitState, department: string, occasion: Occasion): ReferralState[] {
  const result = state.results[department];
  if (!result || !isAdverse(result.code)) return [];
  const kinds: ReferralKind[] = [];
  if (result.followUp === 'caseUnit') kinds.push('caseUnit');
  if (result.followUp === 'crossNotice') kinds.push('crossNotice');
  kinds.push('publicCredit');
  // 严重情形: concealed or refused inspections also go to joint credit action (M19).
  if (result.code === 'C' || result.code === '8') kinds.push('jointDiscipline');
  const made = result.drafted ?? [];
  const missing = kinds.filter((kind) => !made.some((draft) => draft.kind === kind && draft.code === result.code));
  return missing.map((kind, index) =>
    openReferral({ visit: state, department, kind, serial: result.referrals + index + 1, at: occasion.at }),
  );
}

/**
 * Where the disposition stands after a review. One that is open stays open until the handler concludes it; one that was
 * concluded opens again where a correction changed the finding and something is to follow.
 */
export function dispositionAfterReview(result: ResultState): DispositionTrack {
  if (result.disposition === 'open') return 'open';
  const follows = result.followUp !== undefined && result.followUp !== 'none' && result.followUp !== 'dailySupervision';
  const changed = result.reviewedAs?.code !== result.code || result.reviewedAs?.followUp !== result.followUp;
  if (result.disposition === 'concluded' && !(follows && changed)) return 'concluded';
  return follows ? 'open' : 'notNeeded';
}
