import type { ConsultationState } from './consultation/state';
import type { DrawState } from './draw/state';
import type { JointCheckState } from './joint-check/state';
import type { ReferralState } from './referral/state';
import type { VisitState } from './visit/state';

/** The kinds of cases that the house knows, each with what a case of it remembers. */
export interface CaseStates {
  'joint-check': JointCheckState;
  consultation: ConsultationState;
  draw: DrawState;
  visit: VisitState;
  referral: ReferralState;
}

export type CaseKind = keyof CaseStates;
