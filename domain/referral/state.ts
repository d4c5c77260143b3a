import { partNumber } from '../numbers';
import type { VisitState } from '../visit/state';
import type { ReferralKind } from './kinds';

/** 移. */
export const referralLetter = 'Y';

export const referralStages = ['draft', 'dispatched', 'received', 'refused', 'concluded', 'givenUp'] as const;
export type ReferralStage = (typeof referralStages)[number];

export { referralKinds, type ReferralKind } from './kinds';

/** Outside platforms by kind; the other kinds go to a department of this county. */
export const platformOf: Partial<Record<ReferralKind, string>> = {
  publicCredit: 'public-credit',
  jointDiscipline: 'joint-discipline',
};

export interface ReferralState {
  id: string;
  number: string;
  stage: ReferralStage;
  since: string;
  visit: string;
  check: string;
  object: string;
  department: string;
  referralKind: ReferralKind;
  /** Receiving department; absent where a platform receives. */
  addressee?: string;
  facts?: string;
  legalBasis?: string;
  catalogueCode?: string;
  attachments: string[];
  draftedBy?: string;
  /** The day by which it must be on its way, where the law names one. */
  dispatchBy?: string;
  attempt: number;
  /** How many acts were done on it. */
  turn?: number;
  receipt?: { at: string; by?: string; reference?: string };
  /** `by` is absent where a platform's refusal came back. */
  refusal?: { at: string; code: string; reason: string; by?: string };
  outcome?: { at: string; statement: string };
  reminders: string[];
  /** The result was corrected since the text was written: by which version, and what it says now. */
  corrected?: { at: string; version: number; code?: string };
}

export interface ReferralOpening {
  visit: Pick<VisitState, 'id' | 'number' | 'check' | 'object'>;
  department: string;
  kind: ReferralKind;
  /** Known from the first for some; of a case unit's it is the department itself. */
  addressee?: string;
  dispatchBy?: string;
  serial: number;
  at: string;
}

/** A draft: an adverse result never leaves the house by itself. */
export function openReferral({
  visit,
  department,
  kind,
  addressee,
  dispatchBy,
  serial,
  at,
}: ReferralOpening): ReferralState {
  const number = partNumber(`${visit.number}-${department}`, referralLetter, serial);
  return {
    id: `referral/${number}`,
    number,
    stage: 'draft',
    since: at,
    visit: visit.id,
    check: visit.check,
    object: visit.object,
    department,
    referralKind: kind,
    addressee: kind === 'caseUnit' ? department : addressee,
    dispatchBy,
    attachments: [],
    attempt: 0,
    reminders: [],
  };
}
