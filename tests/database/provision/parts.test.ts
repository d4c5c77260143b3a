import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../setup/test-database';
import { testEngine } from '../../setup/test-engine';
import { awaitEngine } from '../../../engine/provision/await-engine';

describe('the parts of a test run', () => {
  const open: TestDatabase[] = [];
  afterAll(async () => {
    for (const database of open) await database.drop();
  });

  async function clientOf(database: TestDatabase): Promise<Client> {
    open.push(database);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    return client;
  }

  test('each test file has a migrated database that no other file sees', async () => {
    const [one, other] = [await clientOf(await createTestDatabase()), await clientOf(await createTestDatabase())];
    await one.query('CREATE TABLE only_here (id int)');
    const seen = await other.query("SELECT to_regclass('only_here') AS found, to_regclass('migration') AS migrated");
    expect(seen.rows).toEqual([{ found: null, migrated: 'migration' }]);
    await Promise.all([one.end(), other.end()]);
  });

  test('the database keeps Chinese text and sorts by code point', async () => {
    const client = await clientOf(await createTestDatabase());
    const answer = await client.query(
      "SELECT current_setting('server_encoding') AS encoding, length('灌云县𠮷') AS length, datcollate FROM pg_database WHERE datname = current_database()",
    );
    expect(answer.rows).toEqual([{ encoding: 'UTF8', length: 4, datcollate: 'C' }]);
    await client.end();
  });

  test('a namespace of its own knows every search attribute', async () => {
    const engine = await testEngine({ ownNamespace: true });
    await expect(awaitEngine(engine.address, engine.namespace, 1000)).resolves.toBeUndefined();
    await expect(awaitEngine(engine.address, 'no-such-namespace', 500)).rejects.toMatchObject({
      code: 'engine_not_ready',
    });
  });
});
