import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** Names of the workflows. */
export const workflowNames = {
  officialCase: 'officialCase',
  opening: 'opening',
  recounting: 'recounting',
  printing: 'printing',
  exchange: 'exchange',
} as const;

/** An act on a case, as the update carries it: the key of its row, and nothing that anybody could believe. */
export interface ActKey {
  key: string;
}

/** The one update of a case. */
export const actUpdateName = 'act';
/** Says: look at your rows again. */
export const lookSignalName = 'look';
/** Where the run believes the case to stand. */
export const standingQueryName = 'standing';

/** One version of one year's working-day calendar. */
export interface CalendarVersion {
  year: number;
  version: number;
}

/** Types of failure that a caller can tell apart: `later` = this run is about to go on as a new one, send it again. */
export const failureTypes = { later: 'LATER', invalid: 'INVALID_INPUT' } as const;

/** The task queues of one installation, apart so that an act never waits for a printer or a platform. */
export function taskQueuesOf(prefix: string): { cases: string; documents: string; exchange: string } {
  return { cases: `${prefix}-cases`, documents: `${prefix}-documents`, exchange: `${prefix}-exchange` };
}

/** The documents queue that belongs to a queue of cases. */
export function documentsQueueOf(casesQueue: string): string {
  return casesQueue.replace(/cases$/, 'documents');
}

/** The exchange queue that belongs to a queue of cases. */
export function exchangeQueueOf(casesQueue: string): string {
  return casesQueue.replace(/cases$/, 'exchange');
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
