import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createDatabase, withDatabase } from '../../db/provision/await-database';

/** A migrated, empty database of one test file. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Makes a database from the migrated template, or from another one, in about a tenth of a second. */
export async function createTestDatabase(template = requiredPart('TEST_TEMPLATE_DATABASE')): Promise<TestDatabase> {
  const server = requiredPart('TEST_DATABASE_URL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = withDatabase(server, name);
  await createDatabase(url, template);
  return { url, drop: () => dropDatabase(server, name) };
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  await client.end();
}

/** Where a part of the run is. */
export function requiredPart(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with Jest, whose setup starts the parts.`);
  return value;
}
