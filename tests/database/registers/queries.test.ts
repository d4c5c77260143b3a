import { countyReader } from './readers';
import { listDepartments } from '../../../services/queries/registers/list-departments';
import {
  inspectorsOf,
  type InspectorFilter,
  type InspectorLine,
} from '../../../services/queries/registers/list-inspectors';
import { listItems } from '../../../services/queries/registers/list-items';
import { listJointItems } from '../../../services/queries/registers/list-joint-items';
import { listAccounts } from '../../../services/queries/registers/list-accounts';
import { objectsOf, type ObjectFilter, type ObjectLine } from '../../../services/queries/registers/list-objects';
import type { Reader } from '../../../services/queries/cases/may-read-case';
import { stretchOf, type Placed, type Stretch } from '../../../services/queries/ordered-list';
import { listSettings } from '../../../services/queries/registers/list-settings';
import { divisionOptions, industryOptions, tagOptions } from '../../../services/queries/registers/scope-options';
import { showCalendar } from '../../../services/queries/registers/show-calendar';
import { showInspector } from '../../../services/queries/registers/show-inspector';
import { showObject } from '../../../services/queries/registers/show-object';
import { isSettingKey, settingValues } from '../../../domain/registers/setting-values';
import { openCounty, type OpenCounty } from './open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 400, inspectors: 150 });
});
afterAll(() => county.close());
const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  county.dataSource.query(sql, parameters) as Promise<T[]>;
const objects = (reader: Reader, { after, before, size = 200, ...filter }: ObjectFilter & Partial<Stretch> = {}) =>
  stretchOf<ObjectLine & Placed>(county.dataSource, objectsOf(reader, filter), { after, before, size });
const officers = (reader: Reader, { after, before, size = 200, ...filter }: InspectorFilter & Partial<Stretch>) =>
  stretchOf<InspectorLine & Placed>(county.dataSource, inspectorsOf(reader, filter), { after, before, size });
const { office, scjg, wgl, systemAdmin } = countyReader;

describe('objects', () => {
  test('pages do not overlap and make up the total, forwards and backwards', async () => {
    const seen: string[] = [];
    let found = await objects(office, { size: 90 });
    for (;;) {
      expect([found.total, found.ahead]).toEqual([400, seen.length]);
      seen.push(...found.rows.map(({ id }) => id));
      if (!found.more) break;
      found = await objects(office, { size: 90, after: found.rows.at(-1)?.place });
    }
    expect(new Set(seen).size).toBe(400);
    found = await objects(office, { size: 90, before: found.rows[0]?.place });
    expect(found.rows.map(({ id }) => id)).toEqual(seen.slice(270, 360));
  });

  test('nothing is shown twice or missed while firms come in, and a renamed one moves alone', async () => {
    const ids = async () => (await query<{ id: string }>('SELECT id FROM check_object')).map(({ id }) => id);
    const before = await ids();
    const seen: string[] = [];
    let found = await objects(office, { size: 50 });
    let moved: string | undefined;
    for (let nth = 0; ; nth += 1) {
      seen.push(...found.rows.map(({ id }) => id));
      if (!found.more) break;
      const last = found.rows.at(-1);
      // Some that come before what was read, some after it; and the very row after which the next page begins goes to the end.
      await query(
        `INSERT INTO check_object (registration_no, kind, name, name_key, status)
         SELECT '3207239' || lpad(($1::int * 10 + n)::text, 8, '0'), 'enterprise', CASE WHEN n % 2 = 0 THEN '一' ELSE '龥' END || $1 || n, '', 'active' FROM generate_series(1, 6) n`,
        [nth],
      );
      if (nth === 2) {
        moved = last?.id;
        await query(`UPDATE check_object SET name = '龥龥' || name WHERE id = $1`, [moved]);
      }
      found = await objects(office, { size: 50, after: last?.place });
    }
    const counts = new Map<string, number>();
    for (const id of seen) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(before.filter((id) => !counts.has(id))).toEqual([]);
    expect([...counts].filter(([id, times]) => times > 1 && id !== moved)).toEqual([]);
    await query(`DELETE FROM check_object WHERE registration_no LIKE '3207239%'`);
  });

  test('are found by part of the name, by whole code in small letters too, and never by a wild card', async () => {
    const [row] = await query<{ name: string; uscc: string }>(
      'SELECT name, uscc FROM check_object WHERE uscc IS NOT NULL LIMIT 1',
    );
    expect((await objects(office, { text: row?.name.slice(2, 6) })).rows.map((line) => line.name)).toContain(row?.name);
    expect((await objects(office, { text: row?.uscc.toLowerCase() })).total).toBe(1);
    for (const text of ['%', '_', '\\', "'; DROP TABLE check_object; --"])
      expect((await objects(office, { text })).total).toBe(0);
  });

  test.each([
    [{ kind: 'cooperative' }, `kind = 'cooperative'`],
    [{ riskClass: 'D' }, `risk_class = 'D'`],
    [{ industry: 'H' }, `left(industry, 2) IN ('61', '62')`],
    [{ industry: '62' }, `industry LIKE '62%'`],
    [{ division: '320723100' }, `division = '320723100'`],
    [{ tag: '餐饮单位' }, `'餐饮单位' = ANY(tags)`],
    [{ tag: '餐饮\u200b单位' }, `'餐饮单位' = ANY(tags)`],
    [{ department: 'WGL' }, `'WGL' = ANY(responsible_departments)`],
    [{ status: 'revoked' }, `status = 'revoked'`],
    [{ riskClass: 'A', industry: '6210', division: '320723' }, `risk_class = 'A' AND industry = '6210'`],
  ])('filtered by %j', async (filter, sql) => {
    const [expected] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM check_object WHERE ${sql}`);
    expect((await objects(office, { ...filter })).total).toBe(expected?.n);
  });

  test('a department reads name, code, address and industry of all, the rest only of its own: not by list, filter or id', async () => {
    const { rows, total } = await objects(wgl);
    expect(total).toBe(400);
    const own = new Set(
      (await query<{ id: string }>(`SELECT id FROM check_object WHERE 'WGL' = ANY(responsible_departments)`)).map(
        (row) => row.id,
      ),
    );
    expect(own.size).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.name).toBeTruthy();
      expect(row.riskClass !== null).toBe(own.has(row.id));
    }
    const [ownD] = await query<{ n: number }>(
      `SELECT count(*)::int AS n FROM check_object WHERE risk_class = 'D' AND 'WGL' = ANY(responsible_departments)`,
    );
    expect((await objects(wgl, { riskClass: 'D' })).total).toBe(ownD?.n);
    const [foreign] = await query<{ id: string }>(
      `SELECT id FROM check_object WHERE NOT 'WGL' = ANY(responsible_departments) LIMIT 1`,
    );
    const view = await showObject(county.dataSource, wgl, foreign?.id ?? '');
    expect(view?.whole).toBeUndefined();
    expect(JSON.stringify(view)).not.toMatch(/riskClass|legalRepresentative|phone/);
    expect(
      (await showObject(county.dataSource, office, foreign?.id ?? ''))?.whole?.responsibleDepartments.length,
    ).toBeGreaterThan(0);
  });

  test('administrators read no register, and an unknown or malformed id is nothing', async () => {
    expect(await objects(systemAdmin)).toMatchObject({ rows: [], total: 0 });
    const [any] = await query<{ id: string }>('SELECT id FROM check_object LIMIT 1');
    expect(await showObject(county.dataSource, systemAdmin, any?.id ?? '')).toBeUndefined();
    expect(await showObject(county.dataSource, office, 'not-an-id')).toBeUndefined();
  });

  test.each([
    '',
    'x',
    '0',
    "';--",
    `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`,
    'ffffffff-ffff-4fff-8fff-ffffffffffff-',
  ])('a place that nobody was given (%j) begins anew, before as after', async (nowhere) => {
    const [first] = (await objects(office, { size: 1 })).rows;
    for (const at of [{ after: nowhere }, { before: nowhere }])
      expect((await objects(office, { size: 1, ...at })).rows).toEqual([first]);
  });
});

describe('inspectors', () => {
  const today = '2026-11-24';

  test('a department sees its own, the office all; who cannot be drawn is told apart', async () => {
    const own = await officers(scjg, { today });
    expect(new Set(own.rows.map((row) => row.department))).toEqual(new Set(['SCJG']));
    const [first] = (await officers(office, { size: 40, today })).rows.slice(-1);
    const [then, back] = [await officers(office, { size: 40, after: first?.place, today }), 40];
    expect([then.ahead, first?.place.includes(first.staffNo)]).toEqual([back, false]);
    expect((await officers(office, { size: 40, before: then.rows[0]?.place, today })).rows.at(-1)?.id).toBe(first?.id);
    const all = await officers(office, { today });
    const able = await officers(office, { today, available: true });
    const unable = await officers(office, { today, available: false });
    expect(all.total).toBe(150);
    expect(able.total + unable.total).toBe(150);
    expect((await officers(office, { today: '2099-01-01', available: true })).total).toBe(0);
    expect((await officers(scjg, { today, department: 'WGL' })).total).toBe(0);
  });

  test('one is shown with recusals to its department, and to no other', async () => {
    const [row] = await query<{ id: string; department: string }>(
      'SELECT i.id, i.department FROM inspector i JOIN recusal r ON r.inspector_id = i.id LIMIT 1',
    );
    const view = await showInspector(county.dataSource, office, row?.id ?? '', today);
    expect(view?.recusals.length).toBeGreaterThan(0);
    const stranger = { ...scjg, department: row?.department === 'SCJG' ? 'WGL' : 'SCJG' };
    expect(await showInspector(county.dataSource, stranger, row?.id ?? '', today)).toBeUndefined();
  });
});

test('lists of items, departments, accounts, settings, calendar and options are whole', async () => {
  expect(await listItems(county.dataSource, { on: '2026-11-24' })).toHaveLength(227);
  expect(await listItems(county.dataSource, { on: '2023-12-31' })).toHaveLength(0);
  expect(
    (await listItems(county.dataSource, { on: '2026-11-24', department: 'WGL' })).every(
      (item) => item.department === 'WGL',
    ),
  ).toBe(true);
  expect((await listItems(county.dataSource, { on: '2026-11-24', text: '广告' })).length).toBeGreaterThan(0);
  expect(await listJointItems(county.dataSource)).toHaveLength(106);
  expect((await listJointItems(county.dataSource, 'NYNC')).length).toBeGreaterThan(4);
  expect((await listDepartments(county.dataSource))[0]).toMatchObject({ code: 'OFFICE', accounts: 2 });
  expect(JSON.stringify(await listAccounts(county.dataSource, {}))).not.toContain('scrypt');
  for (const text of ['scjg-h', ' SCJG-H', 'ｓｃｊｇ－ｈ'])
    expect(await listAccounts(county.dataSource, { text })).toHaveLength(1);
  expect((await showCalendar(county.dataSource)).map((year) => year.year)).toEqual([2026, 2025, 2024]);
  expect(await divisionOptions(county.dataSource)).toHaveLength(18);
  expect((await industryOptions(county.dataSource)).length).toBe(117);
  expect((await industryOptions(county.dataSource, '62')).length).toBeGreaterThan(2);
  expect((await tagOptions(county.dataSource, office, 1)).tags[0]?.count).toBeGreaterThan(5);
});

test('every default setting is a setting of its kind, and none is missing', async () => {
  const settings = await listSettings(county.dataSource, '2026-11-30');
  expect(settings.map((setting) => setting.key).sort()).toEqual(Object.keys(settingValues).sort());
  for (const { key, value, source } of settings) {
    expect(isSettingKey(key) && settingValues[key].safeParse(value).success).toBe(true);
    expect(source.length).toBeGreaterThan(5);
  }
});
