import type { Actor } from './actor';

/** What every act of a system administrator on a parked step carries. */
export interface StepAct {
  /** Number of the fault. */
  faultId: string;
  submission: string;
  actor: Actor;
  at: Date;
}
