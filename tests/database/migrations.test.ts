import { createDataSource } from '../../db/data-source';
import { createDatabase, withDatabase } from '../../db/provision/await-database';
import { CodesOfRecusals1796913100000 } from '../../db/migrations/1796913100000-codes-of-recusals';
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

test('a recusal that a loaded list named keeps a code from then on, and what a person wrote stays', async () => {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.url, 2).initialize();
  await dataSource.query(
    `INSERT INTO recusal (inspector_id, object_id, reason) SELECT gen_random_uuid(), gen_random_uuid(), r FROM unnest('{名录导入,近亲属任该单位负责人}'::text[]) r`,
  );
  const reasons = async () =>
    (await dataSource.query<{ reason: string }[]>('SELECT reason FROM recusal ORDER BY reason COLLATE "C"')).map(
      ({ reason }) => reason,
    );
  const runner = dataSource.createQueryRunner();
  await new CodesOfRecusals1796913100000().up(runner);
  expect(await reasons()).toEqual(['fromList', '近亲属任该单位负责人']);
  await new CodesOfRecusals1796913100000().down(runner);
  expect(await reasons()).toEqual(['名录导入', '近亲属任该单位负责人']);
  await runner.release();
  await dataSource.destroy();
  await database.drop();
});
