import type { Occasion } from '../act';
import type { OpenReferral } from '../facts';
import { MARKET_REGULATION } from '../actor';
import { openReferral, type ReferralKind, type ReferralState } from '../referral/state';
import { isAdverse } from './record-form';
import type { DispositionTrack, ResultState, VisitState } from './state';

/**
 * M20: adverse results become drafts of referrals; what each follow-up leads to. Whom nobody found at the registered address
 * is made known to market regulation, which decides on 经营异常名录. 失信惩戒 never follows by itself: it takes a decision on
 * a list, which a person proposes. A corrected result drafts what its new finding asks for and what no draft was made for yet; what has
 * not left the house is told of the correction instead of getting a twin.
 */
export function referralDrafts(
  state: VisitState,
  department: string,
  occasion: Occasion,
  unsent: readonly OpenReferral[] = [],
): ReferralState[] {
  const result = state.results[department];
  if (!result || !isAdverse(result.code)) return [];
  const kinds: ReferralKind[] = [];
  if (result.followUp === 'caseUnit') kinds.push('caseUnit');
  const unreachable = result.code === '6' && department !== MARKET_REGULATION;
  if (result.followUp === 'crossNotice' || unreachable) kinds.push('crossNotice');
  kinds.push('publicCredit');
  const made = result.drafted ?? [];
  const missing = kinds.filter((kind) => !made.some((draft) => draft.kind === kind && draft.code === result.code));
  const fresh = missing.filter((kind) => !unsent.some((referral) => referral.kind === kind));
  return fresh.map((kind, index) => {
    const ofUnreachable = unreachable && kind === 'crossNotice';
    return openReferral({
      visit: state,
      department,
      kind,
      addressee: ofUnreachable ? MARKET_REGULATION : undefined,
      // 抄告 on the day on which it is established (11-law-and-practice.md, code 6).
      dispatchBy: ofUnreachable ? occasion.today : undefined,
      serial: result.referrals + index + 1,
      at: occasion.at,
    });
  });
}

/**
 * Where the disposition stands after a review. One that is open stays open until the handler concludes it; one that was
 * concluded opens again where a correction changed the finding and something is to follow.
 */
export function dispositionAfterReview(result: ResultState, department: string): DispositionTrack {
  if (result.disposition === 'open') return 'open';
  if (decidesOnList(result, department) && result.reviewedAs?.code !== result.code) return 'open';
  const follows = result.followUp !== undefined && result.followUp !== 'none' && result.followUp !== 'dailySupervision';
  const changed = result.reviewedAs?.code !== result.code || result.reviewedAs?.followUp !== result.followUp;
  if (result.disposition === 'concluded' && !(follows && changed)) return 'concluded';
  return follows ? 'open' : 'notNeeded';
}

/** Whom market regulation itself did not find: it decides on 经营异常名录, within a term (11-law-and-practice.md, code 6). */
export function decidesOnList({ code }: Pick<ResultState, 'code'>, department: string): boolean {
  return code === '6' && department === MARKET_REGULATION;
}
