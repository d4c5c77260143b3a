import type { ActContent } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { CaseState } from '../../domain/process';

/** What projections read of an act, beside the state that it led to. */
export interface RecordedAct {
  act: string;
  /** Id of the act's entry. */
  entry: string;
  caseId: string;
  actor: Actor;
  at: string;
  input: Record<string, unknown>;
  next: CaseState;
  reason?: string;
  attachments?: string[];
  content?: ActContent;
}
