import type { Actor } from '../../../domain/actor';
import { Scheme } from '../../../domain/joint-check/scheme';
import type { VisitState } from '../../../domain/visit/state';
import { assemblePapers } from '../../../services/documents/assemble-papers';
import { drawnVisits } from '../../../services/draw/drawn-visits';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { Acting } from './acting';
import { drawnCheck } from './drawn-check';
import { schemeOf } from './scheme-of';

interface Notice {
  number: string;
  conduct: string[];
  departments: { department: string; nth: number; phone: string }[];
}

let county: OpenCounty;
let acting: Acting;
let handler: Actor;
/** Three visits with a day; the second and the third are of one firm. */
let visits: VisitState[];

beforeAll(async () => {
  county = await openCounty({ objects: 60, inspectors: 150 });
  acting = new Acting(county);
  handler = await acting.as('scjg-handler', 'departmentHandler');
  const scheme = Scheme.parse(await schemeOf(county.dataSource));
  await drawnCheck(acting, handler, '320723-2026-L0001', scheme);
  const [drawn] = await drawnVisits(county.dataSource, '320723-2026-L0001-C1');
  const [other] = await county.dataSource.query<{ id: string }[]>(
    'SELECT id FROM check_object WHERE id <> $1 LIMIT 1',
    [drawn?.object],
  );
  visits = ['J00001', 'J00002', 'J00003'].map((part, index): VisitState => {
    if (!drawn || !other) throw new Error('nothing was drawn');
    const number = `320723-2026-L0001-C1-${part}`;
    const object = index === 0 ? other.id : drawn.object;
    return { ...drawn, id: `visit/${number}`, number, object, stage: 'scheduled', date: drawn.windowTo };
  });
  for (const visit of visits) {
    await acting.put(visit);
    for (const [department, { officers }] of Object.entries(visit.results))
      await county.dataSource.query(
        `INSERT INTO visit_result (visit_id, department, check_id, batch, object_id, officers, visit_date, visit_stage, stage, publication, disposition, result_version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'scheduled', 'awaitingVisit', 'notYet', 'notYet', 0) ON CONFLICT DO NOTHING`,
        [visit.id, department, visit.check, visit.batch, visit.object, officers, visit.date],
      );
  }
});
afterAll(() => county?.close());

const goesOut = async (visit: VisitState | undefined) =>
  expect(await acting.attempt(handler, 'visit.issueNotice', visit?.id ?? '')).toMatchObject({ kind: 'done' });
async function noticeOf(visit: VisitState | undefined): Promise<Notice> {
  const row = { key: 'k', kind: 'inspection-notice' as const, caseId: visit?.id ?? '', department: null };
  const { papers } = await assemblePapers(county.dataSource.manager, row);
  return papers[0]?.data as unknown as Notice;
}

test('gets its number as it goes out, whoever prints first', async () => {
  await goesOut(visits[2]);
  await goesOut(visits[0]);
  expect((await noticeOf(visits[0])).number).toMatch(/检通〔2026〕2号$/);
  expect((await noticeOf(visits[2])).number).toMatch(/检通〔2026〕1号$/);
  const rows: unknown[] = await county.dataSource.query(`SELECT 1 FROM document_number WHERE series = '检通'`);
  expect(rows).toHaveLength(2);
});

test('says which visit of the year it is to this firm, by each department, and keeps it', async () => {
  await goesOut(visits[1]);
  const nthOf = async (visit: VisitState | undefined) =>
    new Set((await noticeOf(visit)).departments.map(({ nth }) => nth));
  expect(await nthOf(visits[1])).toEqual(new Set([2]));
  expect(await nthOf(visits[2])).toEqual(new Set([1]));
  expect(await nthOf(visits[0])).toEqual(new Set([1]));
  // A visit of the year before does not count.
  await county.dataSource.query(
    `UPDATE official_case SET state = jsonb_set(state, '{date}', '"2025-12-30"') WHERE id = $1`,
    [visits[2]?.id],
  );
  expect(await nthOf(visits[1])).toEqual(new Set([1]));
});

test('says what inspectors must not do as the county has set it down', async () => {
  const before = await noticeOf(visits[0]);
  expect(before.conduct.join('')).toMatch(/不得吃拿卡要/);
  await county.dataSource.query(`UPDATE setting SET value = '["不得收礼"]' WHERE key = 'notice.conduct'`);
  expect((await noticeOf(visits[0])).conduct).toEqual(['不得收礼']);
  for (const { phone } of before.departments) expect(phone).toMatch(/\d{7}/);
});

test('names officers as they were called when it went out, however they are called since', async () => {
  const [, second, third] = visits;
  const officer = second?.results['SCJG']?.officers[0] ?? '';
  const called = async (visit: VisitState | undefined) =>
    ((await noticeOf(visit)) as unknown as { departments: { officers: { name: string }[] }[] }).departments.flatMap(
      ({ officers }) => officers.map(({ name }) => name),
    );
  const [row] = await county.dataSource.query<{ name: string; version: number }[]>(
    'SELECT name, version FROM inspector WHERE id = $1',
    [officer],
  );
  const before = await called(second);
  expect(before).toContain(row?.name);
  for (const [at, was, is] of [
    ['2027-03-01', row?.name, '改名一'],
    ['2027-04-01', '改名一', '改名二'],
  ])
    await county.dataSource.query(
      `INSERT INTO register_change (register, subject_id, version, at, actor, cause, before, after, act_id)
       VALUES ('inspector', $1, $2, $3, 'x', 'corrected', $4, $5, 0)`,
      [officer, at === '2027-03-01' ? 900 : 901, at, JSON.stringify({ name: was }), JSON.stringify({ name: is })],
    );
  await county.dataSource.query(`UPDATE inspector SET name = '改名二' WHERE id = $1`, [officer]);
  expect(await called(second)).toEqual(before);
  // One that was not noticed yet tells of now.
  const unnoticed = { ...third, id: 'visit/320723-2026-L0001-C1-J00004', number: '320723-2026-L0001-C1-J00004' };
  await acting.put({ ...unnoticed, stage: 'scheduled' } as VisitState);
  expect(await called(unnoticed as VisitState)).toContain('改名二');
});
