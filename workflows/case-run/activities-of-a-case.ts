import { patched, proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { CaseActivities } from '../../activities/cases';
import type { DocumentActivities } from '../../activities/documents';
import { documentsQueueOf } from '../contracts';

const patient = { initialInterval: '200ms', maximumInterval: '20s', backoffCoefficient: 2 };

const lookedUp = { startToCloseTimeout: '15s', retry: patient };
const byTask = proxyActivities<CaseActivities>(lookedUp);
const local = proxyLocalActivities<CaseActivities>({ ...lookedUp, localRetryThreshold: '30s' });

/**
 * Looking something up for an act. Never local: on a busy case the engine drops the step in which a local activity is under
 * way and starts it anew, later; what was recorded then bears another moment than the case remembers (docs/adr/0004).
 * Questions that a run asked locally before are replayed as such.
 */
export function asking() {
  return patched('questions-by-task') ? byTask : local;
}

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
