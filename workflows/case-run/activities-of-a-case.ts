import { proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { CaseActivities } from '../../activities/cases';
import type { DocumentActivities } from '../../activities/documents';
import { documentsQueueOf } from '../contracts';

const patient = { initialInterval: '200ms', maximumInterval: '20s', backoffCoefficient: 2 };

/** Looking something up for an act: local, because an act waits for it and nothing is changed by it. */
export const local = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '15s',
  localRetryThreshold: '30s',
  retry: patient,
});

/**
 * Recording an act. Never local: the engine then writes down that the act was taken before the database does, so that no
 * engine that dies in between can forget an act that is recorded.
 */
export const recording = proxyActivities<CaseActivities>({ startToCloseTimeout: '10s', retry: patient });

/** Work that may take longer than a moment, or that reaches beyond our own database; its worker beats while it lasts. */
export const regular = proxyActivities<CaseActivities>({
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
