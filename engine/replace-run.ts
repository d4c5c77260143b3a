import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { archiveRun, type RunArchive } from './archive-closed-runs';
import { startOptions, type EngineAccess } from './runs-of-ours';
import { caseRun } from './start-case';

/**
 * Puts a run that asks the database where the case stands in the place of one that does not agree with it: its history is
 * archived first, then both are done in one call, so that no moment is without a run.
 */
export async function replaceRun(engine: EngineAccess, caseId: string, archive: RunArchive): Promise<void> {
  await archivePresentRun(engine.client, caseId, archive);
  const run = caseRun(caseId);
  await engine.client.workflow.start(run.type, {
    ...startOptions(engine, run),
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
}

/** Ends a run of a case that no row is open for; its history is archived first. */
export async function endRun(client: Client, caseId: string, archive: RunArchive): Promise<void> {
  await archivePresentRun(client, caseId, archive);
  try {
    await client.workflow.getHandle(caseId).terminate('no row of this case is open');
  } catch (failure) {
    if (!(failure instanceof WorkflowNotFoundError)) throw failure;
  }
}

async function archivePresentRun(client: Client, caseId: string, archive: RunArchive): Promise<void> {
  const { runId } = await client.workflow.getHandle(caseId).describe();
  await archiveRun(client, archive, { workflowId: caseId, runId });
}
