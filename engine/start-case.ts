import { lookSignalName, workflowNames } from '../workflows/contracts';
import { signalOurs, startOurs, type EngineAccess, type OurRun } from './runs-of-ours';

/** Starts the workflow of a case whose row exists; one that runs already stays as it is. */
export async function startCase(engine: EngineAccess, caseId: string): Promise<void> {
  await startOurs(engine, caseRun(caseId));
}

/** Has a case look at its rows again; started where it does not run. */
export async function wakeCase(engine: EngineAccess, caseId: string): Promise<void> {
  await signalOurs(engine, caseRun(caseId), lookSignalName);
}

/** The run of a case, whoever starts it. */
export function caseRun(caseId: string): OurRun {
  return { type: workflowNames.officialCase, workflowId: caseId, summary: caseId.replace('/', ' ') };
}
