import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { kindOf } from '../../domain/processes';
import type { EngineAccess } from '../../engine/runs-of-ours';
import { endRun, replaceRun } from '../../engine/replace-run';
import { startCase } from '../../engine/start-case';
import { settleFault } from '../../services/cases/faults';
import { casesKnownByMessages, reserveKnownNumbers } from '../../services/numbers/known-numbers';
import type { Difference } from './differences';
import { runArchive } from './run-archive';

/** What was done, a line each. */
export type Say = (line: string) => void;

/**
 * Brings the engine in line with the rows: a case without a run gets one, a run that does not agree is archived and
 * replaced, a run without an open row is archived and ended. Numbers that engine, archive or outbox know are never given
 * again. Safe to run again; also after the database or the engine alone was put back from a backup.
 */
export async function repair(
  engine: EngineAccess,
  dataSource: DataSource,
  differences: Difference[],
  say: Say,
): Promise<void> {
  const archive = runArchive(dataSource);
  const reserved = await reserveKnownNumbers(dataSource, [
    ...(await casesKnownByEngine(engine.client)),
    ...(await casesKnownByMessages(dataSource)),
  ]);
  if (reserved > 0) say(`${reserved} numbers are known elsewhere and are not given again`);
  for (const { caseId, kind } of differences) {
    if (kind === 'noRun') await startCase(engine, caseId);
    else if (kind === 'noRow') await endRun(engine.client, caseId, archive);
    else await replaceRun(engine, caseId, archive);
    await settleFault(dataSource, caseId, 'version', 'system');
    say(`${caseId}: ${done[kind]}`);
  }
}

const done: Record<Difference['kind'], string> = {
  noRun: 'its workflow was started from its row',
  noRow: 'its workflow was archived and ended',
  otherState: 'its workflow was archived and replaced from its row',
  silent: 'its workflow was archived and replaced from its row',
};

/** Every case that the engine remembers, running or closed. */
async function casesKnownByEngine(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for await (const run of client.workflow.list({})) if (kindOf(run.workflowId)) ids.push(run.workflowId);
  return ids;
}
