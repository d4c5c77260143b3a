import type { RefusalCode, RefusalDetails } from './refusals/refusal-list';

/** What the case answers once an act is recorded. */
export interface ActReceipt {
  caseId: string;
  number: string;
  stage: string;
  at: string;
}

/** What became of one attempt at an act, as it is kept. */
export type StoredOutcome =
  /** `repeated`: it was recorded before this attempt. */
  | { kind: 'done'; receipt: ActReceipt; repeated?: true }
  | { kind: 'refused'; code: RefusalCode; details: RefusalDetails }
  | { kind: 'invalid'; issues: unknown[] }
  /** The program has a fault: the step is kept and named to those who can have it mended. */
  | { kind: 'parked'; code: ParkedCode };

/** Why a step is parked. */
export type ParkedCode = 'STEP_PARKED' | 'CASE_BEHIND';
