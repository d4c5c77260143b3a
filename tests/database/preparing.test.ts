import type { DataSource } from 'typeorm';
import { createDataSource } from '../../db/data-source';
import { createTestDatabase, type TestDatabase } from '../setup/test-database';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url, 1, { prepares: true }).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const kept = async () => {
  const rows: { n: number }[] = await dataSource.query(
    `SELECT count(*)::int AS n FROM pg_prepared_statements WHERE statement LIKE '%kept by the server%'`,
  );
  return rows[0]?.n;
};

test('the server keeps one plan of a statement that comes again, and answers by the values of each call', async () => {
  const ask = (code: string) =>
    dataSource.query<{ code: string }[]>(`SELECT $1::text AS code -- kept by the server`, [code]);
  for (const code of ['a', 'b', 'c']) expect(await ask(code)).toEqual([{ code }]);
  expect(await kept()).toBe(1);
});

test('a statement that fails in a transaction is undone with it, and answers again afterwards', async () => {
  const divided = 'SELECT 12 / $1::int AS n';
  const whole = dataSource.transaction(async (manager) => {
    await manager.query('CREATE TABLE made_and_undone (n integer)');
    await manager.query(divided, [0]);
  });
  await expect(whole).rejects.toThrow('division by zero');
  expect(await dataSource.query(divided, [4])).toEqual([{ n: 3 }]);
  expect(await dataSource.query(`SELECT to_regclass($1) AS made`, ['made_and_undone'])).toEqual([{ made: null }]);
});

test('a kept statement goes on over a column that a migration adds', async () => {
  await dataSource.query('CREATE TABLE grown (n integer)');
  const add = (n: number) => dataSource.query('INSERT INTO grown (n) VALUES ($1) RETURNING n', [n]);
  await add(1);
  await dataSource.query(`ALTER TABLE grown ADD COLUMN word text NOT NULL DEFAULT ''`);
  expect(await add(2)).toEqual([{ n: 2 }]);
});
