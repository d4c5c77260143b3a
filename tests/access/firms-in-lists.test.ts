import { CountySite } from './county-site';
import { roles } from './addresses';
import { openVisit, type VisitState } from '../../domain/visit/state';
import { recordVisits } from '../../services/cases/record-visits';
import { caseColumns, casesOf } from '../../services/queries/cases/list-cases';
import { publicationQueue, queueColumns } from '../../services/queries/cases/publication-queue';
import { listMessages, messageColumnsToSort } from '../../services/queries/exchange/list-messages';
import { publishedResults, resultColumns } from '../../services/queries/public/published-results';
import { checkVisits, visitColumns, type VisitColumn, type VisitLine } from '../../services/queries/cases/check-visits';
import { objectColumns, objectsOf } from '../../services/queries/registers/list-objects';
import { inspectorColumns, inspectorsOf } from '../../services/queries/registers/list-inspectors';
import { stretchOf, wholeList, type OrderedList, type Placed } from '../../services/queries/ordered-list';
import { publish } from './published';
import { written } from './written';

let site: CountySite;
let firm: string;
let uscc: string;
beforeAll(async () => {
  site = await CountySite.open();
  const { object } = site.find('visit') as { object?: string };
  const rows: { name: string; uscc: string }[] = await site.county.dataSource.query(
    'SELECT name, uscc FROM check_object WHERE id = $1',
    [object],
  );
  firm = rows[0]?.name ?? '';
  uscc = rows[0]?.uscc ?? '';
});
afterAll(() => site?.close());

const page = async (username: string, address: string) => (await (await site.as(username)).get(address)).text;

/** The rows of a page's table, each as plain words. */
function rowsOf(html: string): string[] {
  const body = /<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '';
  return body
    .split('</tr>')
    .map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

test.each(['visit', 'referral'])(
  'every %s names its firm in the list of cases and in the supervisor’s, and is found by it',
  async (kind) => {
    for (const [username, address] of [
      [roles.leadHandler, '/cases'],
      [roles.officeHandler, '/cases'],
      [roles.participantLeader, '/cases'],
      [roles.supervisor, '/supervision'],
    ] as const) {
      const all = rowsOf(await page(username, `${address}?kind=${kind}`));
      const found = rowsOf(await page(username, `${address}?kind=${kind}&text=${encodeURIComponent(firm)}`));
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((row) => !row.includes(firm))).toEqual([]);
      expect(found).toEqual(all);
      expect(rowsOf(await page(username, `${address}?kind=${kind}&text=${encodeURIComponent('没有这一家')}`))).toEqual(
        [],
      );
    }
  },
);

test('a visit is found among those of its check by the firm’s name and by its whole credit code', async () => {
  expect(uscc).toHaveLength(18);
  const check = (site.find('visit') as { check?: string }).check ?? '';
  for (const text of [firm, uscc, uscc.toLowerCase()]) {
    const found = rowsOf(
      await page(roles.leadHandler, `/joint-checks/${check.split('/')[1]}/visits?text=${encodeURIComponent(text)}`),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((row) => !row.includes(firm))).toEqual([]);
  }
});

test('a referral says what kind it is and to whom it goes, where a person waits for it and beside its visit', async () => {
  const to = '抄告其他部门，致';
  const waiting = rowsOf(await page(roles.leadHandler, '/')).filter((row) => row.includes(firm) && row.includes(to));
  expect(waiting.length).toBeGreaterThan(0);
  for (const row of rowsOf(await page(roles.supervisor, '/supervision?kind=referral'))) expect(row).toContain(to);
  const visit = (site.find('referral') as { visit?: string }).visit ?? '';
  const beside = await page(roles.leadHandler, `/cases/${visit}`);
  expect(beside.slice(beside.lastIndexOf('相关办件'))).toContain(`${firm}\u3000${to}`);
});

test('one visit that waits for a person is named by its firm; many are named by their check', async () => {
  const rows = rowsOf(await page(roles.leadHandler, '/'));
  // The lines of a check stand below its name.
  const visit = rows.findIndex((row) => row.includes(firm) && !row.includes('移送'));
  const heads = rows.slice(0, Math.max(visit, 0)).filter((row) => /^测试的联合抽查第\d+次$/.test(row));
  expect(heads.at(-1)).toBe('测试的联合抽查第1次');
  for (const row of rows.filter((line) => /（\d+ 件）/.test(line))) expect(row).not.toContain(firm);
});

test('rounds and draws are named by their joint check', async () => {
  for (const kind of ['consultation', 'draw'])
    for (const row of rowsOf(await page(roles.supervisor, `/supervision?kind=${kind}`)))
      expect(row).toContain('测试的联合抽查第1次');
});

test('names stand on no address, and administrators read none', async () => {
  for (const address of ['/', '/cases?kind=visit', '/cases?kind=referral', '/publication-queue']) {
    const html = await page(roles.leadHandler, address);
    expect(
      [...html.matchAll(/(?:href|action|id)="([^"]*)"/g)]
        .map(([, value]) => decodeURIComponent(value ?? ''))
        .filter((value) => value.includes(firm)),
    ).toEqual([]);
  }
  for (const role of ['systemAdministrator', 'securityAdministrator'] as const)
    for (const address of ['/', '/cases?kind=visit']) expect(await page(roles[role], address)).not.toContain(firm);
});

test('an empty cell is marked, so that a card on a phone leaves its line out; a zero is not empty', async () => {
  const html = await page(roles.leadHandler, '/cases?kind=visit');
  const empty = html.match(/<td [^>]*app-table__cell--empty[^>]*>[\s\S]*?<\/td>/g) ?? [];
  expect(empty.length).toBeGreaterThan(0);
  expect(empty.filter((cell) => cell.replace(/<[^>]+>/g, '').trim() !== '')).toEqual([]);
  const cells = html.match(/<td [\s\S]*?<\/td>/g) ?? [];
  expect(
    cells.filter((cell) => cell.replace(/<[^>]+>/g, '').trim() === '' && !cell.includes('app-table__cell--empty')),
  ).toEqual([]);
});

describe('lists sorted by a column', () => {
  const reader = { department: 'WJW', capacities: ['departmentHandler'] };
  const check = 'joint-check/320723-2026-L0001';
  const page = '/joint-checks/320723-2026-L0001/visits';
  const both = [false, true];
  const whole = async <Row extends Placed>(list: OrderedList<Row>) => {
    const rows: Row[] = [];
    for await (const some of wholeList<Row>(site.county.dataSource, list, 7)) rows.push(...some);
    return rows;
  };
  const visits = (column: VisitColumn, descending: boolean) =>
    checkVisits(reader, check, { sort: { column, descending } });

  // Firms enough for two pages, on several days and on none, with officers of two units.
  beforeAll(async () => {
    const firms: { id: string }[] = await site.county.dataSource.query(
      `SELECT id FROM check_object ORDER BY id LIMIT 70`,
    );
    const model = site.find('visit', 'noticed') as VisitState;
    const people: { id: string; department: string }[] = await site.county.dataSource.query(
      `SELECT id, department FROM inspector WHERE department IN ('SCJG', 'WJW') ORDER BY id`,
    );
    const pick = (unit: string, at: number) => {
      const own = people.filter(({ department }) => department === unit);
      return [own[at % own.length], own[(at + 1) % own.length]].map((one) => one?.id ?? '');
    };
    const made = firms.map(({ id }, index) => ({
      ...openVisit({
        batch: model.batch,
        check,
        checkNumber: model.checkNumber,
        lead: model.lead,
        sequence: 100 + index,
        object: id,
        windowFrom: model.windowFrom,
        windowTo: model.windowTo,
        officers: { SCJG: pick('SCJG', index), WJW: pick('WJW', index * 3) },
        at: '2026-11-20T02:00:00.000Z',
      }),
      v: (model as { v?: number }).v,
      ...(index % 3 === 0 ? {} : { stage: 'scheduled' as const, date: `2026-12-${10 + (index % 7)}` }),
    }));
    await recordVisits(site.county.dataSource, made, written(''));
    for (const [index, { id }] of made.slice(0, 45).entries())
      await publish(site, index % 2 ? 'SCJG' : 'WJW', {
        at: `2026-11-${10 + (index % 5)}T02:00:00.000Z`,
        visit: id,
        completedOn: `2026-11-0${1 + (index % 4)}`,
      });
    await site.county.dataSource.query(
      `INSERT INTO outbox_message (id, platform, key, subject_kind, subject_id, department, line, record_id, payload, state, attempts, created_at)
       SELECT gen_random_uuid(), 'public-credit', 'sorted-' || n, 'visit', 'x', CASE WHEN n % 3 = 0 THEN 'SCJG' ELSE 'WJW' END, 'l' || n, gen_random_uuid(),
         '{"operation":"i","record":{}}', CASE WHEN n % 2 = 0 THEN 'sent' ELSE 'queued' END, n % 12, now() - n % 7 * interval '1 hour'
       FROM generate_series(1, 45) n`,
    );
  });

  const office = { department: 'OFFICE', capacities: ['officeHandler'] };
  const columns: [string, (descending: boolean) => OrderedList<Placed>][] = [
    ...caseColumns.flatMap((column): typeof columns => [
      [`cases by ${column}`, (descending) => casesOf(office, { sort: { column, descending } })],
      [
        `cases of a unit by ${column}`,
        (descending) => casesOf(office, { department: 'WJW', sort: { column, descending } }),
      ],
    ]),
    ...queueColumns.map((column): (typeof columns)[number] => [
      `results to be published by ${column}`,
      (descending) => publicationQueue(office, { sort: { column, descending } }),
    ]),
    ...messageColumnsToSort.map((column): (typeof columns)[number] => [
      `messages by ${column}`,
      (descending) => listMessages(office, { sort: { column, descending } }),
    ]),
    ...resultColumns.map((column): (typeof columns)[number] => [
      `published results by ${column}`,
      (descending) => publishedResults({ sort: { column, descending } }),
    ]),
    ...([...visitColumns, 'unit.SCJG', 'unit.WJW'] as const).map((column): (typeof columns)[number] => [
      `visits by ${column}`,
      (descending) => visits(column, descending),
    ]),
    ...objectColumns.map((column): (typeof columns)[number] => [
      `objects by ${column}`,
      (descending) => objectsOf(reader, { sort: { column, descending } }),
    ]),
    ...inspectorColumns.map((column): (typeof columns)[number] => [
      `officers by ${column}`,
      (descending) => inspectorsOf(reader, { today: '2026-11-25', sort: { column, descending } }),
    ]),
  ];

  test.each(columns)('%s: pages forwards and backwards are the whole list, each row once', async (_name, listed) => {
    for (const descending of both) {
      const list = listed(descending);
      const ids = (await whole(list)).map(({ place }) => place);
      expect([new Set(ids).size, ids.length > 0]).toEqual([ids.length, true]);
      const seen: string[] = [];
      let found = await stretchOf(site.county.dataSource, list, { size: 20 });
      for (;;) {
        expect([found.total, found.ahead]).toEqual([ids.length, seen.length]);
        seen.push(...found.rows.map(({ place }) => place));
        if (!found.more) break;
        found = await stretchOf(site.county.dataSource, list, { size: 20, after: found.rows.at(-1)?.place });
      }
      expect(seen).toEqual(ids);
      const last = await stretchOf(site.county.dataSource, list, { size: 5, before: found.rows[0]?.place });
      const until = ids.indexOf(found.rows[0]?.place ?? '');
      expect(last.rows.map(({ place }) => place)).toEqual(until < 5 ? ids.slice(0, 5) : ids.slice(until - 5, until));
    }
  });

  test('what is not said stands last both ways; the rest runs up or down', async () => {
    for (const descending of both) {
      const days = (await whole(visits('date', descending))).map(({ state }) => state.date);
      const said = days.filter((day) => day !== undefined);
      expect(said.length).toBeGreaterThan(40);
      expect(days.slice(0, said.length)).toEqual(said);
      const sorted = [...said].sort();
      expect(said).toEqual(descending ? sorted.reverse() : sorted);
    }
  });

  test('a row whose value changes while somebody reads on moves itself and no other', async () => {
    const list = visits('date', false);
    const first = await stretchOf<VisitLine & Placed>(site.county.dataSource, list, { size: 10 });
    const rest = (await whole(list)).slice(10).map(({ id }) => id);
    const last = first.rows.at(-1);
    await site.county.dataSource.query(
      `UPDATE official_case SET state = state || '{"date":"2026-12-31"}' WHERE id = $1`,
      [last?.id],
    );
    const next = await stretchOf<VisitLine & Placed>(site.county.dataSource, list, { size: 200, after: last?.place });
    expect(next.rows.map(({ id }) => id).filter((id) => id !== last?.id)).toEqual(rest);
  });

  test('the page says how it is sorted, keeps it in filters, pages and the file, and passes over what it does not have', async () => {
    const { text } = await (await site.as(roles.leadHandler)).get(`${page}?sort=-date&stage=scheduled`);
    expect(text.match(/aria-sort="descending"/g)).toHaveLength(1);
    expect(text).toMatch(/<input type="hidden" name="sort" value="-date">/);
    expect(text).toContain('检查人员');
    expect(text).toMatch(/等 4 人/);
    // What led there is kept by its filter, too, and stands among the chips.
    const led = (await (await site.as(roles.leadHandler)).get(`${page}?act=visit.setDate&stage=scheduled`)).text;
    expect(led).toMatch(/<input type="hidden" name="act" value="visit.setDate">/);
    expect(led.replaceAll('&#x3D;', '=')).toMatch(/app-filter__active[\s\S]*?href="[^"]*visits\?stage=scheduled"/);
    // Each filter is a chip that leads to the list without it, sorted as it was.
    const chip = /app-filter__active[\s\S]*?href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=');
    expect(chip).toBe(`${page}?sort=-date`);
    const file = (await (await site.as(roles.leadHandler)).get(`${page}?sort=-date&stage=scheduled&format=csv`)).text;
    const days = [...file.matchAll(/,(2026-\d\d-\d\d),[^,]*、/g)].map(([, day]) => day);
    expect(days.length).toBeGreaterThan(40);
    expect(days).toEqual([...days].sort().reverse());
    for (const sort of ['unit.', 'unit.NOBODY', '--date', 'constructor', "date'", '-'])
      expect((await (await site.as(roles.leadHandler)).get(page).query({ sort })).text).not.toContain('aria-sort');
    for (const after of ['[', '[1,2]', '["1a"]', '["\\u0000","x"]', '["x","y","z"]'])
      expect((await (await site.as(roles.leadHandler)).get(page).query({ sort: 'date', after })).status).toBe(200);
  });

  test('what a reader may not see of a firm orders nothing for them', async () => {
    const outsider = { department: 'STHJ', capacities: ['departmentHandler'] };
    const rows = await whole(objectsOf(outsider, { sort: { column: 'riskClass', descending: false } }));
    const hidden = rows.slice(rows.findIndex(({ riskClass }) => !riskClass)).map(({ id }) => id);
    const byName = (await whole(objectsOf(outsider, {}))).map(({ id }) => id).filter((id) => hidden.includes(id));
    expect(hidden.length).toBeGreaterThan(20);
    expect(hidden).toEqual(byName);
  });
});
