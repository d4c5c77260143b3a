import type { Actor } from '../actor';

/** What every act of a person on a parked message carries. */
export interface MessageAct {
  messageId: string;
  /** The version that the person saw. */
  version: number;
  submission: string;
  actor: Actor;
  at: Date;
}
