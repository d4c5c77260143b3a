import path from 'node:path';
import type { DataSource } from 'typeorm';
import { loadConfig, type Config } from '../config';
import { createDataSource } from '../db/data-source';
import { demonstrationPassword, seedDemonstration } from '../db/seeds/demonstration';
import { seedReference } from '../db/seeds/reference';
import { hashPassword } from '../services/people/password';

/** Loads the reference lists and, outside production, the demonstration county; run again, it changes nothing. */
async function seed(): Promise<void> {
  const config = loadConfig();
  if (!config.databaseUrl) throw new Error('DATABASE_URL is not given: say which database to fill');
  const dataSource = await createDataSource(config.databaseUrl, 4).initialize();
  try {
    if (process.argv.includes('--accounts')) {
      console.log(JSON.stringify(await demonstrationAccounts(dataSource, config)));
      return;
    }
    const folder = path.join(__dirname, '..', '..', 'data');
    report('reference', await seedReference(dataSource, folder, new Date()));
    if (!config.demonstration) return;
    report(
      'demonstration',
      await seedDemonstration(dataSource, {
        folder,
        seed: config.demonstrationSeed,
        production: config.production,
        at: new Date(),
        hashPassword,
      }),
    );
  } finally {
    await dataSource.destroy();
  }
}

/** One account a capacity and unit, with the word that opens it, for the table that `npm start` prints. */
async function demonstrationAccounts(dataSource: DataSource, config: Config) {
  if (!config.demonstration) return [];
  const rows: { username: string; name: string; unit: string; capacities: string[] }[] = await dataSource.query(
    `SELECT a.username, a.name, COALESCE(d.name, a.department) AS unit, a.capacities FROM account a LEFT JOIN department d ON d.code = a.department
     WHERE a.demonstration AND (a.inspector_id IS NULL OR a.username LIKE '%-inspector-1') ORDER BY a.department, a.username`,
  );
  const password = demonstrationPassword(config.demonstrationSeed);
  return rows.map(({ username, name, unit, capacities }) => ({
    username,
    password,
    role: `${unit} ${name} (${capacities.join(', ')})`,
  }));
}

function report(what: string, counts: Record<string, number> | undefined): void {
  console.log(
    counts
      ? `${what}: ${Object.entries(counts)
          .map(([table, rows]) => `${rows} ${table}`)
          .join(', ')}`
      : `${what}: there already`,
  );
}

seed().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
