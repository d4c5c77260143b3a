import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { paths } from '../../api/paths';
import { CountySite } from './county-site';
import { publish } from './published';

const moreResults = readFileSync(join(__dirname, '../fixtures/cases/28-more-results.sql'), 'utf8');

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
  await publish(site, 'SCJG', { at: '2026-11-30T03:08:48.000Z' });
  await site.county.dataSource.query(moreResults);
});
afterAll(() => site?.close());
afterEach(() => jest.restoreAllMocks());

const get = (path: string) => site.nobody().get(path);
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('1 501 results: the page names its part and leads on, CSV and JSON are whole', async () => {
  const { text } = await get(paths.publicResults);
  expect(words(text)).toContain('共 1,501 条，本页第 1—50 条');
  expect(text).toMatch(/href="\/public\/results\?after&#x3D;\d+-\d+" rel="next"/);

  const csv = await get(`${paths.publicResults}?format=csv`);
  const lines: Record<string, string>[] = parse(csv.text, { bom: true, columns: true });
  expect(lines).toHaveLength(1501);
  expect(new Set(lines.map((line) => line['公示编号'])).size).toBe(1501);
  expect(csv.headers['content-disposition']).toMatch(
    /^attachment; filename="results-\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''%E6%A3%80/,
  );

  const json = (await get(`${paths.publicResults}?format=json`)).body as { total: number; results: { id: string }[] };
  expect(json.total).toBe(1501);
  expect(json.results.map(({ id }) => id)).toEqual(lines.map((line) => line['公示编号']));
});

test('a search downloads all that it found, and its file says that it was a search', async () => {
  const query = `q=${encodeURIComponent('测例77')}`;
  expect(words((await get(`${paths.publicResults}?${query}`)).text)).toContain('与“测例77”相符的共 11 条');
  const csv = await get(`${paths.publicResults}?${query}&format=csv`);
  expect(parse(csv.text, { bom: true, columns: true })).toHaveLength(11);
  expect(csv.headers['content-disposition']).toContain('results-found-');
});

test('a list that people of the house take away says in its name whether it was filtered', async () => {
  const nameOf = async (who: string, address: string) => {
    const { status, headers } = await (await site.as(who)).get(address);
    expect([address, status]).toEqual([address, 200]);
    return decodeURIComponent(String(headers['content-disposition']));
  };
  const firms = '/joint-checks/320723-2026-L0001/visits?format=csv';
  for (const [who, whole, part] of [
    ['supervisor', '/supervision?format=csv', '/supervision?format=json&kind=visit'],
    ['scjg-handler', firms, `${firms}&stage=noticed`],
  ] as const) {
    expect(await nameOf(who, whole)).not.toContain('筛选');
    expect(await nameOf(who, part)).toMatch(/-filtered\.(csv|json)".*（筛选后的部分）\.(csv|json)$/);
  }
  // The order leaves nothing out.
  expect(await nameOf('scjg-handler', `${firms}&sort=date`)).not.toContain('筛选');
});

test('a program that asks for pages of a file until none comes ends after the first', async () => {
  for (const format of ['json', 'csv'])
    expect((await get(`${paths.publicResults}?format=${format}&page=2`)).status).toBe(404);
});

test('a file that fails half-way is a broken transfer, never a shorter file; one that fails at once is a page', async () => {
  const { dataSource } = site.county;
  const query = dataSource.query.bind(dataSource);
  const failing = (times: number) => {
    let asked = 0;
    jest
      .spyOn(dataSource, 'query')
      .mockImplementation((...given) => (++asked === times ? Promise.reject(new Error('gone')) : query(...given)));
  };
  failing(2);
  await expect(get(`${paths.publicResults}?format=csv`)).rejects.toThrow(/aborted|hang up|terminated/i);
  jest.restoreAllMocks();
  failing(1);
  expect((await get(`${paths.publicResults}?format=csv`)).status).toBe(500);
});
