import type { DataSource } from 'typeorm';
import { askedTogether } from '../../db/asked-together';
import { createDataSource } from '../../db/data-source';
import type { Queryable } from '../../db/queryable';
import { createTestDatabase, type TestDatabase } from '../setup/test-database';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url, 1).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** A connection that keeps what was sent over it. */
function heard() {
  const sent: string[] = [];
  const query = (text: string, values?: unknown[]) => {
    sent.push(text);
    return dataSource.query<unknown>(text, values);
  };
  return { sent, together: askedTogether({ query: query as Queryable['query'] }) };
}

test('questions of one turn are one statement, each with its own values', async () => {
  const { sent, together } = heard();
  const answers = await Promise.all([
    together.query('SELECT $1::int AS n', [1]),
    together.query('SELECT n FROM generate_series(1, $1::int) n WHERE n > $2 ORDER BY n DESC', [4, 2]),
    together.query('SELECT $2::text AS two, $1::text AS one', ['a', 'b']),
    together.query('SELECT 1 WHERE false'),
  ]);
  expect(answers).toEqual([[{ n: 1 }], [{ n: 4 }, { n: 3 }], [{ two: 'b', one: 'a' }], []]);
  expect(sent).toHaveLength(1);
});

test('the same question is asked once, and one that follows from an answer afterwards', async () => {
  const { sent, together } = heard();
  const doubled = async (n: number) => {
    const [first]: { n: number }[] = await together.query('SELECT $1::int AS n', [n]);
    return together.query<unknown>('SELECT $1::int AS n', [(first?.n ?? 0) * 2]);
  };
  expect(await Promise.all([doubled(4), doubled(4)])).toEqual([[{ n: 8 }], [{ n: 8 }]]);
  expect(sent).toHaveLength(2);
  expect(sent[0]?.match(/SELECT \$/g)).toHaveLength(1);
});

test('a question that fails fails all that went with it, and none that comes later', async () => {
  const { together } = heard();
  const asked = [together.query('SELECT 1 / $1::int AS n', [0]), together.query('SELECT 1 AS n')];
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await together.query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
});

test.each([
  ['a change', 'UPDATE department SET name = name RETURNING 1'],
  ['a change in its first part', 'WITH gone AS (DELETE FROM department RETURNING 1) SELECT * FROM gone'],
])('%s is no question', async (_what, text) => {
  await expect(heard().together.query(text)).rejects.toThrow(/syntax error|must be at the top level/);
});
