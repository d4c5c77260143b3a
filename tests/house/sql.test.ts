import { every, rowsOf, sql, words } from '../../db/sql';

const shown = ({ text, values }: { text: string; values: unknown[] }) => ({ text, values });

test('pieces stand in one another, and every value is a parameter in its place', () => {
  const mine = sql`d = ${'SCJG'}`;
  const late = sql`EXISTS (SELECT 1 FROM w WHERE ${mine} AND w.due < ${'2026-03-10'}::date)`;
  expect(shown(sql`SELECT ${words('a, b')} FROM c WHERE ${late} AND k = ANY(${['x', 'y']}) LIMIT ${20}`)).toEqual({
    text: 'SELECT a, b FROM c WHERE EXISTS (SELECT 1 FROM w WHERE d = $1 AND w.due < $2::date) AND k = ANY($3) LIMIT $4',
    values: ['SCJG', '2026-03-10', ['x', 'y'], 20],
  });
});

test('what a person wrote never becomes SQL', () => {
  expect(shown(sql`name = ${"' OR TRUE --"}`)).toEqual({ text: 'name = $1', values: ["' OR TRUE --"] });
});

test('one condition with an OR does not swallow the others, and no condition is always true', () => {
  expect(every([sql`a OR b`, sql`c = ${1}`]).text).toBe('(a OR b) AND (c = $1)');
  expect(every([]).text).toBe('TRUE');
});

test('a statement is asked with its text and its values', async () => {
  const asked: unknown[] = [];
  const database = { query: (...given: unknown[]) => Promise.resolve(asked.push(given) && [{ n: 1 }]) };
  expect(await rowsOf(database, sql`SELECT ${1}::int AS n`)).toEqual([{ n: 1 }]);
  expect(asked).toEqual([['SELECT $1::int AS n', [1]]]);
});
