import type { DataSource } from 'typeorm';
import { Scheme } from '../../../domain/joint-check/scheme';
import type { VisitState } from '../../../domain/visit/state';
import { drawnVisits } from '../../../services/draw/drawn-visits';
import { checkVisits, type VisitLine } from '../../../services/queries/cases/check-visits';
import { casesOf, type CaseLine } from '../../../services/queries/cases/list-cases';
import { wholeList, type OrderedList, type Placed } from '../../../services/queries/ordered-list';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { Acting } from './acting';
import { drawnCheck } from './drawn-check';
import { schemeOf } from './scheme-of';

const number = '320723-2026-L0001';
const check = `joint-check/${number}`;
const supervisor = { account: 's', department: 'JIWEI', capacities: ['supervisor'] } as never;
let county: OpenCounty;
let dataSource: DataSource;
/** Ids of the visits in the order of their numbers. */
let ids: string[];

beforeAll(async () => {
  county = await openCounty({ objects: 60, inspectors: 150 });
  ({ dataSource } = county);
  const acting = new Acting(county);
  const handler = await acting.as('scjg-handler', 'departmentHandler');
  const scheme = { ...(await schemeOf(dataSource)), strata: [{ all: true, count: 7 }] };
  await drawnCheck(acting, handler, number, Scheme.parse(scheme));
  const visits = await drawnVisits(dataSource, `${number}-C1`);
  for (const [index, visit] of visits.entries())
    await acting.put({ ...visit, stage: 'scheduled', date: `2026-12-0${index + 1}` } as VisitState);
  ids = visits.map(({ id }) => id).sort();
});
afterAll(() => county?.close());
beforeEach(() =>
  dataSource.query(
    `UPDATE official_case SET closed = false, stage = 'scheduled', state = state || jsonb_build_object('stage', 'scheduled', 'date', '2026-12-0' || right(number, 1)) WHERE kind = 'visit'`,
  ),
);

/** What a file would hold, where something happens each time that some rows were read. */
async function taken<Row extends Placed & { id: string }>(
  list: OrderedList<Row>,
  between: (read: string[]) => Promise<unknown>,
): Promise<string[]> {
  const read: string[] = [];
  for await (const rows of wholeList(dataSource, list, 2)) {
    read.push(...rows.map(({ id }) => id));
    await between(read);
  }
  return read;
}
const setDate = (id: string | undefined, date: string) =>
  dataSource.query(`UPDATE official_case SET state = state || jsonb_build_object('date', $2::text) WHERE id = $1`, [
    id,
    date,
  ]);

test.each([false, true])(
  'by a column whose values change, each row comes once (descending: %s)',
  async (descending) => {
    const list = checkVisits(supervisor, check, { sort: { column: 'date', descending } });
    // What was read moves to the end, what was not read yet to the beginning.
    const read = await taken<VisitLine & Placed>(list, async (known) => {
      await setDate(known.at(-1), descending ? '2026-11-01' : '2027-01-01');
      await setDate(
        ids.find((id) => !known.includes(id)),
        descending ? '2027-02-01' : '2026-10-01',
      );
    });
    expect([...read].sort()).toEqual(ids);
    expect(read).toHaveLength(ids.length);
  },
);

test('what leaves the filter while the list is read was there when it began, and says how it stands now', async () => {
  const list = checkVisits(supervisor, check, { stage: 'scheduled' });
  const lines: VisitLine[] = [];
  for await (const rows of wholeList<VisitLine & Placed>(dataSource, list, 2)) {
    lines.push(...rows);
    await dataSource.query(`UPDATE official_case SET stage = 'noticed' WHERE id = ANY($1::text[])`, [ids]);
  }
  expect(lines.map(({ id }) => id)).toEqual(ids);
  expect(new Set(lines.slice(2).map(({ stage }) => stage))).toEqual(new Set(['noticed']));
});

test('cases that are closed while supervisors take the open ones away are among them', async () => {
  const open = casesOf(supervisor, { kind: 'visit', closed: false });
  const read = await taken<CaseLine & Placed>(open, () =>
    dataSource.query(`UPDATE official_case SET closed = true WHERE kind = 'visit'`),
  );
  expect([...read].sort()).toEqual(ids);
});

test('a list without rows is read as one', async () => {
  const none = checkVisits(supervisor, check, { stage: 'cancelled' });
  expect(await taken<VisitLine & Placed>(none, async () => undefined)).toEqual([]);
});
