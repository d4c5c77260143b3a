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
