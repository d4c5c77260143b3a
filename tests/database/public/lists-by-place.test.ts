import type { DataSource } from 'typeorm';
import { stretchOf, wholeList, type OrderedList, type Placed } from '../../../services/queries/ordered-list';
import {
  newsOfResults,
  publishedResults,
  type PublishedResult,
} from '../../../services/queries/public/published-results';
import { publicDraws } from '../../../services/queries/public/public-draws';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { manyPublications, publishOne } from './publications';

let county: OpenCounty;
let dataSource: DataSource;
beforeAll(async () => {
  county = await openCounty();
  ({ dataSource } = county);
});
afterAll(() => county.close());
beforeEach(() => manyPublications(dataSource));

const size = 50;
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => Number(id));
const stretch = (list: OrderedList<PublishedResult>, asked: { after?: string; before?: string }) =>
  stretchOf<PublishedResult>(dataSource, list, { ...asked, size });

async function walk(
  list: OrderedList<PublishedResult>,
  between: (page: number) => Promise<unknown> = async () => undefined,
) {
  const pages = [await stretch(list, {})];
  for (let last = pages.at(-1); last?.more; last = pages.at(-1)) {
    await between(pages.length);
    pages.push(await stretch(list, { after: last.rows.at(-1)?.place }));
  }
  return pages;
}

test('nothing is repeated and nothing lost while results come', async () => {
  const comes = (page: number) =>
    publishOne(dataSource, { visit: `visit/new-${page}`, at: `2026-11-30T04:00:${String(page).padStart(2, '0')}Z` });
  const pages = await walk(publishedResults(), comes);
  const seen = pages.flatMap(({ rows }) => idsOf(rows));
  expect([...seen].sort((one, other) => one - other)).toEqual(Array.from({ length: 1501 }, (_, index) => index + 1));
  // Thirty came before the last page was asked for, and it knows its place among them.
  expect(pages.at(-1)).toMatchObject({ ahead: 1530, total: 1531, more: false });
});

test('the way back shows what the way there did, and ends on a whole first page', async () => {
  const [first, second, third] = await walk(publishedResults());
  const back = await stretch(publishedResults(), { before: third?.rows[0]?.place });
  expect(idsOf(back.rows)).toEqual(idsOf(second?.rows ?? []));
  expect(back).toMatchObject({ ahead: 50, total: 1501, more: true });
  await publishOne(dataSource, { visit: 'visit/new', at: '2026-11-30T05:00:00Z' });
  // One row stands before what was the first page: the page before it is the newest one, and full.
  const newest = await stretch(publishedResults(), { before: first?.rows[0]?.place });
  expect(idsOf(newest.rows)).toEqual([1502, ...idsOf(first?.rows ?? []).slice(0, 49)]);
  expect(newest.ahead).toBe(0);
});

test('rows of one moment are told apart by their number, to the last microsecond', async () => {
  await dataSource.query(
    `UPDATE publication SET published_at = '2026-11-30T03:08:48.123456Z'::timestamptz + (id % 2) * interval '1 microsecond'`,
  );
  const seen = (await walk(publishedResults())).flatMap(({ rows }) => idsOf(rows));
  expect(new Set(seen).size).toBe(1501);
  expect(seen.slice(0, 2)).toEqual([1501, 1499]);
});

test.each(['x', '1', '99999999999999999-1', "1-1'; DROP TABLE publication; --", '-', '1-1x', '1--1'])(
  'the place %s, which nobody was given, is passed over',
  async (place) => {
    for (const asked of [{ after: place }, { before: place }])
      expect(await stretch(publishedResults(), asked)).toMatchObject({ ahead: 0, total: 1501 });
    expect((await stretchOf<Placed>(dataSource, publicDraws(), { after: place, size })).rows).toEqual([]);
  },
);

test('past the end stands nothing, and the page says how many there are', async () => {
  const past = await stretch(publishedResults(), { after: '1000-1' });
  expect(past).toEqual({ rows: [], total: 1501, ahead: 1501, more: false });
});

test('a list is read whole in the order of its pages, each row once', async () => {
  const rows: PublishedResult[] = [];
  for await (const batch of wholeList<PublishedResult>(dataSource, publishedResults(), 400)) rows.push(...batch);
  expect(idsOf(rows)).toEqual((await walk(publishedResults())).flatMap((page) => idsOf(page.rows)));
});

test('a file that is taken while results come, are corrected and withdrawn holds each that there was once', async () => {
  const read: PublishedResult[] = [];
  for await (const batch of wholeList<PublishedResult>(dataSource, publishedResults(), 400)) {
    read.push(...batch);
    const at = `2026-11-30T06:00:0${read.length / 400}Z`;
    await publishOne(dataSource, { visit: `visit/meanwhile-${read.length}`, at });
    await dataSource.query(
      `UPDATE publication SET state = CASE WHEN id % 2 = 0 THEN 'withdrawn' ELSE 'corrected' END, changed_at = now() WHERE id IN (3, 4, 700, 701, 1500)`,
    );
  }
  const ids = idsOf(read);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort((one, other) => one - other)).toEqual(Array.from({ length: 1501 }, (_, index) => index + 1));
  // What was withdrawn before its row was read says so, and says no finding.
  const withdrawn = read.filter(({ state }) => state === 'withdrawn');
  expect([withdrawn.length > 0, withdrawn.every(({ code }) => code === '')]).toEqual([true, true]);
});

test('what was corrected or withdrawn last is the first news', async () => {
  await dataSource.query(
    `UPDATE publication SET state = 'withdrawn', changed_at = '2026-12-01T00:00:00Z' WHERE id = 700`,
  );
  const [first, ...others] = await walk(newsOfResults());
  expect(first?.rows[0]).toMatchObject({ id: '700', state: 'withdrawn', code: '' });
  expect(new Set([first, ...others].flatMap((page) => idsOf(page?.rows ?? []))).size).toBe(1501);
});
