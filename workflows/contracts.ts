import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { Actor } from '../domain/actor';
import type { CaseState } from '../domain/process';

/** A person's (or the clock's) act on a case, as the update carries it. */
export interface ActRequest {
  input: Record<string, unknown>;
  actor: Actor;
  /** What makes the act the same when it is sent again; also the update's id. */
  submission: string;
  /** Names this one sending; a refusal carries it back, so that the sender can tell an answer to it from a remembered one. */
  knock?: string;
}

/** What the case answers once the act is recorded. */
export interface ActReceipt {
  caseId: string;
  number: string;
  stage: string;
  at: string;
}

/** What every case workflow starts with: its last state, or only its id where an act is about to open it. */
export interface CaseStart<S extends CaseState = CaseState> {
  id: string;
  state?: S;
}

/** One version of one year's working-day calendar. */
export interface CalendarVersion {
  year: number;
  version: number;
}

export const stateQuery = 'state';

/** Types of failure that a caller can tell apart. */
export const failureTypes = { refused: 'REFUSED', invalid: 'INVALID_INPUT' } as const;

/** The task queues of one installation, apart so that an act never waits for a printer or a platform. */
export function taskQueuesOf(prefix: string): { cases: string; documents: string; exchange: string } {
  return { cases: `${prefix}-cases`, documents: `${prefix}-documents`, exchange: `${prefix}-exchange` };
}

/** The documents queue that belongs to a queue of cases. */
export function documentsQueueOf(casesQueue: string): string {
  return casesQueue.replace(/cases$/, 'documents');
}

/** Search attributes of a case; ids and codes only, never names (03-architecture.md). Late cases are those whose Due lies more than a day back: a mark of their own would need a timer in every case. */
export const searchAttributes = {
  caseKind: defineSearchAttributeKey('CaseKind', SearchAttributeType.KEYWORD),
  stage: defineSearchAttributeKey('CaseStage', SearchAttributeType.KEYWORD),
  number: defineSearchAttributeKey('CaseNumber', SearchAttributeType.KEYWORD),
  lead: defineSearchAttributeKey('LeadDepartment', SearchAttributeType.KEYWORD),
  departments: defineSearchAttributeKey('Departments', SearchAttributeType.KEYWORD_LIST),
  due: defineSearchAttributeKey('Due', SearchAttributeType.DATETIME),
};
