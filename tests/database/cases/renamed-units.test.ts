import { itemNamesOf } from '../../../services/queries/cases/visit-view';
import { appendEntry } from '../../../services/entries/append-entry';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { timeline, type TimelineEntry } from '../../../services/queries/cases/timeline';
import { openCounty, type OpenCounty } from '../registers/open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const subject = 'joint-check/320723-2026-L0001';
const office = { account: 'x', department: 'OFFICE', capacities: ['officeHandler' as const] };

const entered = (submission: string, at: string) =>
  county.dataSource.transaction((manager) =>
    appendEntry(manager, {
      act: 'jointCheck.consult',
      actor: { account: 'a', capacity: 'departmentHandler', department: 'SCJG' },
      at: new Date(at),
      subject: { kind: 'joint-check', id: subject },
      submission,
    }),
  );
const renamed = (version: number, at: string, before: object, after: object) =>
  county.dataSource.query(
    `INSERT INTO register_change (register, subject_id, version, at, actor, cause, before, after, act_id) VALUES ('department', 'SCJG', $1, $2, 'x', 'amended', $3, $4, 0)`,
    [version, at, JSON.stringify(before), JSON.stringify(after)],
  );

test('an entry is read under the name that its unit had on that day, however often it was renamed since', async () => {
  await entered('first', '2026-01-10T02:00:00Z');
  await renamed(2, '2026-02-01T02:00:00Z', { name: '旧局' }, { name: '中局' });
  await entered('second', '2026-03-10T02:00:00Z');
  await renamed(3, '2026-04-01T02:00:00Z', { name: '中局', phone: '1' }, { name: '中局', phone: '2' });
  await renamed(4, '2026-05-01T02:00:00Z', { name: '中局' }, { name: '新局' });
  await entered('third', '2026-06-10T02:00:00Z');
  const entries = (await stretchOf<TimelineEntry & Placed>(county.dataSource, timeline(office, subject), { size: 100 }))
    .rows;
  expect(entries.map(({ unitThen }) => unitThen)).toEqual([null, '中局', '旧局']);
});

test('a record names its items as the check took them up, however they are called since', async () => {
  const check = 'joint-check/320723-2026-L0077';
  const [item] = await county.dataSource.query<{ code: string; name: string; version: number }[]>(
    'SELECT item_code AS code, name, version FROM check_item_version ORDER BY item_code, version DESC LIMIT 1',
  );
  if (!item) throw new Error('no item');
  const { code, name, version } = item;
  await county.dataSource.query(
    `INSERT INTO official_case (id, kind, number, stage, closed, title, title_key, departments, readers, lead_department, stage_since, opened_at, state, version)
     VALUES ($1, 'joint-check', '320723-2026-L0077', 'underway', false, '抽查', '', '{SCJG}', '{SCJG}', 'SCJG', now(), now(), $2, 1)`,
    [check, JSON.stringify({ id: check, items: [{ code, version, department: 'SCJG' }] })],
  );
  for (const [later, called] of [
    [version + 1, '改名一次的事项'],
    [version + 2, '改名两次的事项'],
  ])
    await county.dataSource.query(
      `INSERT INTO check_item_version SELECT (jsonb_populate_record(v, jsonb_build_object('version', $2::int, 'name', $3::text))).*
       FROM check_item_version v WHERE v.item_code = $1 AND v.version = $4`,
      [code, later, called, version],
    );
  expect(await itemNamesOf(county.dataSource, check, [code])).toEqual({ [code]: name });
  // What no check took up yet is called as it is now.
  expect(await itemNamesOf(county.dataSource, 'joint-check/none', [code])).toEqual({ [code]: '改名两次的事项' });
});
