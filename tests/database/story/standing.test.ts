import { randomUUID } from 'node:crypto';
import { storyStanding } from '../../../db/seeds/story-standing';
import { openCounty, type OpenCounty } from '../registers/open-county';

let county: OpenCounty;
beforeEach(async () => {
  county = await openCounty({ objects: 40, inspectors: 30 });
});
afterEach(() => county.close());

test('a fresh demonstration may have its cases played, by officers that have accounts', async () => {
  const standing = await storyStanding(county.dataSource);
  expect(standing).toMatchObject({ played: new Set(), taken: new Set() });
  expect('officers' in standing && standing.officers.size).toBe(30);
});

test('a database with an account of its own is left alone, even when a telling had begun', async () => {
  await county.dataSource.query(`UPDATE account SET demonstration = false WHERE username = 'scjg-handler'`);
  expect(await storyStanding(county.dataSource)).toEqual({ notOurs: 'it has accounts of its own' });
});

test('a database with cases that the story did not open is left alone', async () => {
  await county.dataSource.query(
    `INSERT INTO official_case (id, stage, closed, departments, stage_since, state, kind, number, title, lead_department, opened_at, version)
     VALUES ('joint-check/320723-2026-L0001', 'drafting', false, '{SCJG}', now(), '{}', 'joint-check', '320723-2026-L0001', '自己的抽查', 'SCJG', now(), 1)`,
  );
  expect(await storyStanding(county.dataSource)).toEqual({ notOurs: 'it has cases of its own' });
});

test('a database whose registers were loaded from a file is left alone', async () => {
  await county.dataSource.query(
    `INSERT INTO import_batch (id, kind, file_name, sha256, counts, errors, by, at, state) VALUES ($1, 'objects', 'own.csv', 'x', '{}', '[]', 'somebody', now(), 'loaded')`,
    [randomUUID()],
  );
  expect(await storyStanding(county.dataSource)).toEqual({ notOurs: 'its registers were loaded from files' });
});
