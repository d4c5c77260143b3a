import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../db/data-source';
import { createDatabase, withDatabase } from '../../db/provision/await-database';
import { seedDemonstration } from '../../db/seeds/demonstration';
import { seedReference } from '../../db/seeds/reference';
import { hashPassword } from '../../services/people/password';
import { createTestDatabase, dropDatabase, requiredPart, type TestDatabase } from './test-database';

export const dataFolder = join(__dirname, '../../data');
export const seed = 20261123;
export const now = new Date('2026-11-24T02:00:00.000Z');

/** How many firms and officers a county has; without it there are reference data alone. */
export type CountySize = { objects: number; inspectors: number } | undefined;

/** A database of one test file with reference data, and a small demonstration county where a size is given. */
export async function createSeededDatabase(size: CountySize): Promise<TestDatabase> {
  return createTestDatabase(await seededTemplate(size));
}

/** Loads what a test's county consists of into a migrated database. */
export async function seedCounty(dataSource: DataSource, size: CountySize): Promise<void> {
  await seedReference(dataSource, dataFolder, now);
  if (size)
    await seedDemonstration(dataSource, { folder: dataFolder, seed, production: false, at: now, hashPassword, size });
}

/** Loaded by the first file of the run that asks for this size, and copied by all: a copy takes a tenth of the time. */
async function seededTemplate(size: CountySize): Promise<string> {
  const server = requiredPart('TEST_DATABASE_URL');
  const name = `seeded_${size ? `${size.objects}_${size.inspectors}` : 'reference'}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    // Released with the connection. Who comes second waits, and finds it.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await makeTemplate(server, client, name, size);
  } finally {
    await client.end();
  }
  return name;
}

async function makeTemplate(server: string, client: Client, name: string, size: CountySize): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await dropDatabase(server, unfinished);
  const url = withDatabase(server, unfinished);
  // Reference data are the same in a county of any size.
  await createDatabase(url, size ? await seededTemplate(undefined) : requiredPart('TEST_TEMPLATE_DATABASE'));
  const dataSource = await createDataSource(url, 2).initialize();
  await seedCounty(dataSource, size);
  await dataSource.destroy();
  await client.query(
    `ALTER DATABASE ${client.escapeIdentifier(unfinished)} RENAME TO ${client.escapeIdentifier(name)}`,
  );
}
