import { shiftDay } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { roles } from './addresses';
import { CountySite } from './county-site';

let site: CountySite;
const today = shanghaiDay(new Date());
const query = <Row>(sql: string, parameters: unknown[] = []) =>
  site.county.dataSource.query(sql, parameters) as Promise<Row[]>;
const boards = ['officeHandler', 'officeDirector', 'participantLeader', 'supervisor'] as const;

beforeAll(async () => {
  site = await CountySite.open();
  // Two cases wait for WJW past their term, one of them in two ways; what waits until today is not late.
  const [first, second, third] = site.cases.filter(({ id, stage }) => id.startsWith('visit/') && stage === 'noticed');
  await query('UPDATE case_waiting SET due = $1', [shiftDay(today, 30)]);
  for (const [index, state] of [first, second].entries())
    await query(`UPDATE case_waiting SET due = $2 WHERE case_id = $1 AND department = 'WJW'`, [
      state?.id,
      shiftDay(today, -1 - index),
    ]);
  await query(`UPDATE case_waiting SET due = $2 WHERE case_id = $1 AND department = 'SCJG'`, [third?.id, today]);
  await query('UPDATE official_case c SET due = (SELECT min(w.due) FROM case_waiting w WHERE w.case_id = c.id)');
});
afterAll(() => site?.close());

const page = async (role: keyof typeof roles, address: string) =>
  (await (await site.as(roles[role])).get(address)).text;
const addressIn = (href: string) => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const totalOf = (html: string) => Number(/共 ([\d,]+) 件/.exec(html)?.[1]?.replaceAll(',', ''));

/** Every figure of a table or of the tiles, with the list that it leads to. */
function figuresIn(html: string): { count: number; href: string }[] {
  const links = [...html.matchAll(/<a class="(?:govuk-link|app-tiles__link[^"]*)" href="([^"]*)">([\s\S]*?)<\/a>/g)];
  return links.flatMap(([, href = '', text = '']) => {
    const count = /^[\d,]+/.exec(plain(text))?.[0];
    return count === undefined ? [] : [{ count: Number(count.replaceAll(',', '')), href: addressIn(href) }];
  });
}
const tableIn = (html: string, id: string) =>
  new RegExp(`<table[^>]* id="${id}"[\\s\\S]*?</table>`).exec(html)?.[0] ?? '';
const rowsIn = (table: string) =>
  [...table.matchAll(/<tr class="govuk-table__row"[^>]*>\s*<th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => plain(row));

/** All figures that are not zero, and of the zeros of each kind of list one. */
function worthAsking(figures: { count: number; href: string }[]) {
  const seen = new Set<string>();
  return figures.filter(({ count, href }) => {
    const kind = href.replace(/(department|day)=[^&]*/g, '');
    return count > 0 || (!seen.has(kind) && seen.add(kind));
  });
}

async function expectLists(role: keyof typeof roles): Promise<void> {
  const html = await page(role, '/dashboard');
  const figures = figuresIn(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '');
  expect(figures.length).toBeGreaterThan(60);
  for (const { count, href } of worthAsking(figures))
    expect(`${href} ${totalOf(await page(role, href))}`).toBe(`${href} ${count}`);
}

/** What each unit waits for, said another way than the pages say it. */
const bySql = () =>
  query<{ code: string; name: string; overdue: number; today: number; open: number }>(
    `SELECT d.code, d.name, count(*) FILTER (WHERE due < $1)::int AS overdue, count(*) FILTER (WHERE due = $1)::int AS today, count(case_id)::int AS open
     FROM department d LEFT JOIN (SELECT DISTINCT case_id, act, capacity, department, since, due, returned FROM case_waiting) w ON w.department = d.code
     GROUP BY d.code ORDER BY d.code`,
    [today],
  );

async function expectSql(role: keyof typeof roles, html: string): Promise<void> {
  const said = rowsIn(tableIn(html, 'departments'));
  const own = role === 'participantLeader' ? 'WJW' : undefined;
  const units = (await bySql()).filter(({ code }) => own === undefined || code === own);
  expect(said).toHaveLength(units.length);
  for (const { name, overdue, today: due, open } of units) {
    const row = said.find((line) => line.startsWith(`${name} `)) ?? '';
    const [late, now, , , , all] = row
      .slice(name.length + 1)
      .split(' ')
      .map(Number);
    expect([name, late, now, all]).toEqual([name, overdue, due, open]);
  }
}

test.each(boards)(
  '%s reads how each unit stands, and every figure is the length of its list and what SQL says',
  async (role) => {
    await expectLists(role);
    for (const address of role === 'participantLeader' ? ['/dashboard'] : ['/dashboard', '/'])
      await expectSql(role, await page(role, address));
    const tiles = figuresIn(/<ul class="app-tiles"[\s\S]*?<\/ul>/.exec(await page(role, '/'))?.[0] ?? '');
    expect(tiles.map(({ count }) => count)[0]).toBe(
      (await bySql())
        .filter(({ code }) => role !== 'participantLeader' || code === 'WJW')
        .reduce((sum, { overdue }) => sum + overdue, 0),
    );
  },
);

test('what is drawn is a picture of the server, and the table beneath says all of it', async () => {
  const html = await page('supervisor', '/dashboard');
  expect(html.match(/<svg /g)?.length).toBeGreaterThanOrEqual(2);
  expect(html).not.toMatch(/<svg[^>]*class=|ecmeta|<style|echarts/);
  for (const [, text = ''] of html.matchAll(/<text[^>]*>([^<]*)<\/text>/g))
    if (/[\u4e00-\u9fff]/.test(text)) expect(plain(html.replace(/<svg[\s\S]*?<\/svg>/g, ''))).toContain(text);
});

describe('who is slowest', () => {
  const act = async (id: string, department: string, capacity: string) => {
    const [row] = await query<{ id: string }>(
      `INSERT INTO acts (act, subject_kind, subject_id, submission, account, capacity, department, at, entry, salt, leaf_hash)
       VALUES ('visit.reviewResult', 'visit', $1, gen_random_uuid()::text, 'x', $2, $3, now(), '{}', '', '') RETURNING id`,
      [id, capacity, department],
    );
    return row?.id;
  };
  /** A wait of WJW's leader that ended so many days after it began, a day of term. */
  const ended = async (days: number, by: { department?: string; capacity?: string } = {}) => {
    const { id } = site.find('visit', 'noticed');
    const entry = await act(id, by.department ?? 'WJW', by.capacity ?? 'departmentLeader');
    await query(
      `INSERT INTO ended_waiting (case_id, act, capacity, department, since, due, ended_at, ended_by)
       VALUES ($1, 'visit.reviewResult', 'departmentLeader', 'WJW', now() - make_interval(hours => $2), (now() AT TIME ZONE 'Asia/Shanghai' - make_interval(hours => $2))::date + 1, now(), $3)`,
      [id, days * 24, entry],
    );
  };

  test('is told by act and unit, half of the days, with what was done late; what nobody did is not counted', async () => {
    for (const days of [1, 2, 9, 10, 30]) await ended(days);
    // A withdrawal by another unit and the clock end waits that nobody has done.
    await ended(300, { department: 'SCJG', capacity: 'departmentHandler' });
    await ended(200, { capacity: 'system' });
    for (const role of ['supervisor', 'participantLeader'] as const) {
      const [first] = rowsIn(tableIn(await page(role, '/dashboard'), 'paces'));
      expect(first).toMatch(/^审核检查结果 县卫生健康委员会 9\.0 30\.0 5 4$/);
      await expectLists(role);
    }
    // Another unit's leader reads nothing of it.
    expect(rowsIn(tableIn(await page('leadLeader', '/dashboard'), 'paces'))).toEqual([]);
  });

  test('is two presses from home, and so is what waits for whom in a check', async () => {
    const home = await page('officeDirector', '/');
    expect(home).toContain('href="/dashboard"');
    const board = await page('officeDirector', '/dashboard');
    const { number } = site.find('joint-check', 'underway');
    expect(addressIn(board)).toContain(`href="/waits?check=${number}"`);
    const waits = await page('officeDirector', `/waits?check=${number}`);
    const [counted] = await query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT DISTINCT w.case_id, w.act, w.capacity, w.department, w.since, w.due, w.returned FROM case_waiting w JOIN official_case c ON c.id = w.case_id
         LEFT JOIN official_case p ON p.id = c.parent_id WHERE $1 IN (c.id, c.parent_id, p.parent_id)) w`,
      [`joint-check/${number}`],
    );
    expect(totalOf(waits)).toBe(counted?.count);
  });
});

test('nobody else has a dashboard, and a list of waits keeps to what a reader may see', async () => {
  for (const role of Object.keys(roles) as (keyof typeof roles)[]) {
    const { status } = await (await site.as(roles[role])).get('/dashboard');
    const may = [...boards, 'leadLeader', 'strangerLeader'].includes(role);
    expect([role, status]).toEqual([role, may ? 200 : 403]);
  }
  expect(totalOf(await page('strangerHandler', '/waits?department=SCJG'))).toBe(0);
  expect(totalOf(await page('officeHandler', '/waits?department=SCJG'))).toBeGreaterThan(0);
  const { number } = site.find('joint-check', 'underway');
  expect(totalOf(await page('strangerHandler', `/waits?check=${number}`))).toBe(0);
  expect(totalOf(await page('officeHandler', '/waits?check=320723-2026-L9999'))).toBe(0);
});

test('whoever no case waits for starts where they work', async () => {
  for (const [role, start] of [
    ['supervisor', '/dashboard'],
    ['systemAdministrator', '/system/faults'],
    ['securityAdministrator', '/accounts'],
    ['auditAdministrator', '/supervision'],
    ['officeHandler', '/'],
  ] as const) {
    const answer = await (await site.as(roles[role])).get('/sign-in');
    expect([role, answer.status, answer.headers['location']]).toEqual([role, 303, start]);
  }
  expect(await page('supervisor', '/')).toContain('监督人员不办理具体事项');
  expect(await page('officeDirector', '/')).not.toContain('监督人员不办理具体事项');
});

test('the list of all kinds keeps to what a reader may see, whatever the address says', async () => {
  const html = await page('strangerHandler', '/cases?kind=all&department=SCJG');
  expect(totalOf(html)).toBe(0);
  expect(totalOf(await page('officeHandler', '/cases?kind=all&department=SCJG'))).toBeGreaterThan(0);
  expect(totalOf(await page('officeHandler', '/cases?kind=all&department=nothing'))).toBe(0);
});

test('a check is late and waits with its parts, in every list of those who may read the part', async () => {
  const check = site.find('joint-check', 'drafting');
  await query('UPDATE case_waiting SET due = $2 WHERE case_id = $1', [check.id, shiftDay(today, 30)]);
  await query('UPDATE official_case SET due = $2 WHERE id = $1', [check.id, shiftDay(today, 30)]);
  const rowOf = async (role: keyof typeof roles, address: string) =>
    plain((await page(role, address)).split('<tr').find((row) => row.includes(`/${check.id}"`)) ?? '');
  // Its visits wait for WJW past their term; it does not itself.
  for (const address of ['/cases?kind=joint-check&standing=overdue', '/cases?standing=overdue', '/cases'])
    expect([address, await rowOf('officeHandler', address)]).toEqual([address, expect.stringContaining('逾期')]);
  expect(await rowOf('officeHandler', '/cases?kind=joint-check&standing=overdue&department=WJW')).toContain(
    '卫生健康委员会',
  );
  expect(await rowOf('officeHandler', '/cases?kind=joint-check&standing=overdue&department=STHJ')).toBe('');
  expect(await rowOf('strangerHandler', '/cases?standing=overdue')).toBe('');
  // A search and what is late go through all kinds, unless one is chosen.
  const html = await page('officeHandler', '/cases?standing=overdue');
  expect(html).toMatch(/<option value="all" selected>/);
  expect(await page('officeHandler', '/cases?kind=visit&standing=overdue')).toMatch(/<option value="visit" selected>/);
  expect(await page('officeHandler', '/cases')).toMatch(/<option value="" selected>联合抽查/);
});

test('in a county where everything is late, and in an empty one', async () => {
  await query('UPDATE case_waiting SET due = $1, pending_year = NULL', [shiftDay(today, -3)]);
  for (const role of ['supervisor', 'participantLeader'] as const) {
    await expectLists(role);
    const html = await page(role, '/dashboard');
    await expectSql(role, html);
    const units = await bySql();
    expect(units.every(({ overdue, open }) => overdue === open)).toBe(true);
  }
  await query('TRUNCATE official_case, case_waiting, ended_waiting, visit_result CASCADE');
  for (const role of ['supervisor', 'participantLeader'] as const) {
    const html = await page(role, '/dashboard');
    await expectSql(role, html);
    await expectLists(role);
    expect(figuresIn(html).every(({ count }) => count === 0)).toBe(true);
    expect(rowsIn(tableIn(html, 'trend'))).toHaveLength(20);
    expect(html).toContain('没有进行中的联合抽查');
  }
});
