import type { Client } from '@temporalio/client';
import { lookSignalName, workflowNames } from '../workflows/contracts';
import { caseStart } from './perform-act';

/** Starts the workflow of a case whose row exists; one that runs already stays as it is. */
export async function startCase(client: Client, caseId: string, taskQueue: string): Promise<void> {
  await client.workflow.start(workflowNames.officialCase, caseStart(caseId, taskQueue));
}

/** Has a case look at its rows again; started where it does not run. */
export async function wakeCase(client: Client, caseId: string, taskQueue: string): Promise<void> {
  await client.workflow.signalWithStart(workflowNames.officialCase, {
    ...caseStart(caseId, taskQueue),
    signal: lookSignalName,
    signalArgs: [],
  });
}
