import { createDataSource } from '../../db/data-source';
import { createDatabase, withDatabase } from '../../db/provision/await-database';
import { createTestDatabase } from '../setup/test-database';

/** What stands in migrations alone, because entities cannot say it: indexes of trigrams and of arrays. */
const byHand = /gin|trgm/i;

test('entities say what the migrations made: nothing would be created, altered or dropped', async () => {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.url, 2).initialize();
  const indexes: { indexname: string; indexdef: string }[] = await dataSource.query(
    `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'`,
  );
  const handmade = new Set(indexes.filter(({ indexdef }) => byHand.test(indexdef)).map(({ indexname }) => indexname));

  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  const drift = upQueries
    .map(({ query }) => query)
    .filter((query) => ![...handmade].some((name) => query.includes(`"${name}"`)));
  expect(drift).toEqual([]);

  await dataSource.destroy();
  await database.drop();
});

test('every migration can be taken back to an empty database and done again', async () => {
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `test_migrations_${process.pid}`;
  await createDatabase(withDatabase(server, name));
  const dataSource = await createDataSource(withDatabase(server, name), 2).initialize();
  const tables = async () =>
    (
      await dataSource.query<{ name: string }[]>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' ORDER BY 1`,
      )
    ).map((row) => row.name);

  const done = await dataSource.runMigrations();
  const made = await tables();
  for (const _migration of done) await dataSource.undoLastMigration();
  expect(await tables()).toEqual([]);
  await dataSource.runMigrations();
  expect(await tables()).toEqual(made);
  await dataSource.destroy();
});
