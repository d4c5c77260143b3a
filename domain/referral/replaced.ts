import type { Replaces } from '../replaces';
import type { ReferralState } from './state';

/** The dossier as it stands: every act on it is a turn. */
export const theDossier: Replaces<ReferralState> = {
  current: (state) => state.turn ?? 0,
  made: { in: 'acts', by: (act) => act.startsWith('referral.') && act !== 'referral.remind', unit: 'any' },
};

/** The referral after an act on it. */
export function turned(state: ReferralState, changes: Partial<ReferralState>): ReferralState {
  return { ...state, ...changes, turn: (state.turn ?? 0) + 1 };
}
