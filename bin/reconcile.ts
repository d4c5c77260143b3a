import { loadConfig } from '../config';
import { createDataSource } from '../db/data-source';
import { connectEngine } from './compose/connect-engine';
import { findDifferences } from './compose/differences';

/** Compares open workflows with case rows, stage by stage; exit status 0 only at zero differences. */
async function reconcile(): Promise<void> {
  const config = loadConfig();
  if (!config.databaseUrl)
    throw new Error('DATABASE_URL is not given: run this beside a started system, or say which database');
  const dataSource = await createDataSource(config.databaseUrl, 4).initialize();
  const client = await connectEngine(config);
  const { rows, runs, differences } = await findDifferences(client, dataSource);
  for (const { caseId, said } of differences) console.log(`${caseId}: ${said}`);
  console.log(`${rows} open cases, ${runs} running workflows, ${differences.length} differences`);
  if (differences.length > 0) process.exitCode = 1;
  await client.connection.close();
  await dataSource.destroy();
}

reconcile().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
