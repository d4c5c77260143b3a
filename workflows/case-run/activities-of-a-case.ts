import { proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { CaseActivities } from '../../activities/cases';
import type { DocumentActivities } from '../../activities/documents';
import { documentsQueueOf } from '../contracts';

const patient = { initialInterval: '200ms', maximumInterval: '20s', backoffCoefficient: 2 };

/** Short database work of an act: local, because an act waits for it. */
export const local = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '15s',
  localRetryThreshold: '30s',
  retry: patient,
});

/** Work that may take longer than a moment, or that reaches beyond our own database. */
export const regular = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '60s',
  retry: patient,
});

/** Papers are drawn on a queue of their own. */
export function documents() {
  return proxyActivities<DocumentActivities>({
    taskQueue: documentsQueueOf(workflowInfo().taskQueue),
    startToCloseTimeout: '10m',
    heartbeatTimeout: '2m',
    retry: { ...patient, maximumInterval: '5m' },
  });
}
