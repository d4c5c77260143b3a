import { loadConfig } from '../config';
import { createDataSource } from '../db/data-source';

/** Brings the database to the shape that this version needs; run again, it changes nothing. */
async function migrate(): Promise<void> {
  const { databaseUrl } = loadConfig();
  if (!databaseUrl) throw new Error('DATABASE_URL is not given: say which database to migrate');
  const dataSource = await createDataSource(databaseUrl, 2).initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    for (const migration of applied) console.log(`applied ${migration.name}`);
  } finally {
    await dataSource.destroy();
  }
}

migrate().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
