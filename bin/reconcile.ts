import { loadConfig } from '../config';
import { createDataSource } from '../db/data-source';
import { runningCaseIds } from '../engine/running-cases';
import { openCases } from '../services/queries/cases/open-cases';
import { stateQuery } from '../workflows/contracts';
import { connectEngine } from './compose/connect-engine';

/** Compares open workflows with case rows, stage by stage; exit status 0 only at zero differences. */
async function reconcile(): Promise<void> {
  const config = loadConfig();
  if (!config.databaseUrl) throw new Error('DATABASE_URL is not given: run this beside a started system, or say which database');
  const dataSource = await createDataSource(config.databaseUrl, 4).initialize();
  const client = await connectEngine(config);
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
  for (const line of differences) console.log(line);
  console.log(`${rows.size} open cases, ${runs.size} running workflows, ${differences.length} differences`);
  if (differences.length > 0) process.exitCode = 1;
  await client.connection.close();
  await dataSource.destroy();
}

reconcile().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
