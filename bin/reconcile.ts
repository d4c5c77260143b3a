import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { createDataSource } from '../db/data-source';
import { taskQueuesOf } from '../workflows/contracts';
import { connectEngine } from './compose/connect-engine';
import { findDifferences } from './compose/differences';
import { engineAccess } from './compose/engine-access';
import { repair } from './compose/repair';

/**
 * Compares open workflows with case rows, whole states; exit status 0 only at zero differences. With `--repair` the engine
 * is brought in line with the rows, and what is left is what counts.
 */
async function reconcile(): Promise<void> {
  const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
  const config = loadConfig();
  if (!config.databaseUrl)
    throw new Error('DATABASE_URL is not given: run this beside a started system, or say which database');
  const dataSource = await createDataSource(config.databaseUrl, 4).initialize();
  const client = await connectEngine(config);
  try {
    let found = await findDifferences(client, dataSource);
    if (values.repair) {
      await repair(
        engineAccess(client, dataSource, taskQueuesOf(config.taskQueue).cases),
        dataSource,
        found.differences,
        console.log,
      );
      found = await findDifferences(client, dataSource);
    }
    for (const { caseId, said } of found.differences) console.log(`${caseId}: ${said}`);
    console.log(`${found.rows} open cases, ${found.runs} running workflows, ${found.differences.length} differences`);
    if (found.differences.length > 0) process.exitCode = 1;
  } finally {
    await client.connection.close();
    await dataSource.destroy();
  }
}

reconcile().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
