import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { runningCaseIds } from '../../engine/running-cases';
import { openCases } from '../../services/queries/cases/open-cases';
import { stateQuery } from '../../workflows/contracts';

/** Open case rows against running workflows, stage by stage; one line a difference. */
export async function findDifferences(
  client: Client,
  dataSource: DataSource,
): Promise<{ rows: number; runs: number; differences: string[] }> {
  const rows = await openCases(dataSource);
  const runs = new Set(await runningCaseIds(client));
  const differences = [
    ...[...rows.keys()].filter((id) => !runs.has(id)).map((id) => `${id}: the row is open and no workflow runs`),
    ...[...runs].filter((id) => !rows.has(id)).map((id) => `${id}: a workflow runs and no row is open`),
  ];
  for (const [id, stage] of rows) {
    if (!runs.has(id)) continue;
    const state = await client.workflow.getHandle(id).query<{ stage: string } | undefined>(stateQuery);
    if (state?.stage !== stage) differences.push(`${id}: the row says ${stage}, the workflow ${state?.stage}`);
  }
  return { rows: rows.size, runs: runs.size, differences };
}
