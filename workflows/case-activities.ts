import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { CaseActivities } from '../activities/cases';
import type { DocumentActivities } from '../activities/documents';
import { documentsQueueOf } from './contracts';

const patient = { initialInterval: '200ms', maximumInterval: '20s', backoffCoefficient: 2 };

/**
 * Judging, recording and carrying out. Never local: the engine then writes down that the act was taken before the database
 * does, so that no engine that dies in between can forget an act that is recorded (docs/adr/0004). Tried until it is done:
 * a database that is away is waited for, and a fault parks by itself.
 */
export const cases = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '20s',
  retry: patient,
});

/** Papers are drawn on a queue of their own. */
export function documents() {
  return proxyActivities<DocumentActivities>({
    taskQueue: documentsQueueOf(workflowInfo().taskQueue),
    startToCloseTimeout: '10m',
    heartbeatTimeout: '20s',
    retry: { ...patient, maximumInterval: '5m' },
  });
}
