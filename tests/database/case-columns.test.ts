import { written as writing } from '../access/written';
import { processOf } from '../../domain/processes';
import { writeCase } from '../../services/cases/write-case';
import { everyCase } from '../access/every-case';
import { openCounty, type OpenCounty } from './registers/open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 50, inspectors: 60 });
});
afterAll(() => county?.close());

const columns = () =>
  county.dataSource.query(
    'SELECT id, title, subject_id, sort, addressee, readers, recounted_by FROM official_case ORDER BY id',
  ) as Promise<{ recounted_by: string | null }[]>;

/** Names of the migrations that are done, newest first. */
const done = async () =>
  ((await county.dataSource.query('SELECT name FROM migration ORDER BY id DESC')) as { name: string }[]).map(
    ({ name }) => name,
  );

test('cases that were there before have the same columns as those that are written since', async () => {
  const cases = await everyCase(county.dataSource);
  const round = cases.find(({ id, stage }) => id.startsWith('consultation/') && stage === 'open');
  Object.assign(round ?? {}, { term: { from: '2026-11-20', workingDays: 5 } });
  await county.dataSource.transaction(async (manager) => {
    for (const state of cases) await writeCase(manager, processOf(state.id), state, writing(state.since));
  });
  const written = await columns();
  expect(new Set(written.map((row) => row.recounted_by))).toEqual(
    new Set([null, 'consultation.recountTerm', 'visit.recountTerms']),
  );

  while ((await done()).includes('CaseColumns1796200000000')) await county.dataSource.undoLastMigration();
  await county.dataSource.runMigrations();
  expect(await columns()).toEqual(written);
});
