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
const numberIn = (text = '') => Number(text.replaceAll(',', ''));
const totalOf = (html: string) => numberIn(/共 ([\d,]+) [件条]/.exec(html)?.[1]);

/** How many things a list has: what stands on all its pages, which is as many as it says. */
async function lengthOf(role: keyof typeof roles, href: string): Promise<number> {
  let [rows, said] = [0, 0];
  for (let next: string | undefined = href; next;) {
    const html = await page(role, next);
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    const row = href.endsWith('/consultations')
      ? /<li><a class="govuk-link" href="\/cases\/consultation\/[^"/]+"/g
      : /<th scope="row"|<summary title=|class="app-files__item/g;
    rows += main.match(row)?.length ?? 0;
    // A board says how many papers each answer has, not how many rounds there are.
    said = href.endsWith('/consultations') ? NaN : totalOf(main);
    const link = /<a [^>]*rel="next"[^>]*>/.exec(main)?.[0];
    next = link && addressIn(/href="([^"]*)"/.exec(link)?.[1] ?? '');
  }
  if (!Number.isNaN(said)) expect([href, rows]).toEqual([href, said]);
  return rows;
}

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
const foot = /<tfoot[\s\S]*<\/tfoot>/;
const rowsIn = (table: string) =>
  [...table.replace(foot, '').matchAll(/<tr class="govuk-table__row"[^>]*>\s*<th scope="row"[\s\S]*?<\/tr>/g)].map(
    ([row]) => plain(row),
  );

/** The last row of a table has the sums of what stands above it, but for columns whose sum says nothing. */
function expectTotals(html: string, id: string, columns: number, without: readonly number[] = []) {
  const table = tableIn(html, id);
  const rows = rowsIn(table).map((row) =>
    row
      .replace(/ \S*办理.*$/, '')
      .split(' ')
      .slice(-columns)
      .map(numberIn),
  );
  const sums = Array.from({ length: columns }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? NaN), 0));
  const said = sums.filter((_, at) => !without.includes(at));
  if (rows.length < 2) expect(table).not.toMatch(foot);
  else expect([id, plain(foot.exec(table)?.[0] ?? '').replaceAll(',', '')]).toEqual([id, `合计 ${said.join(' ')}`]);
}

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
    expect(`${href} ${await lengthOf(role, href)}`).toBe(`${href} ${count}`);
}

/** What each unit waits for, said another way than the pages say it. */
const bySql = () =>
  query<{ code: string; name: string; overdue: number; today: number; open: number }>(
    `SELECT d.code, d.name, count(*) FILTER (WHERE due < $1)::int AS overdue, count(*) FILTER (WHERE due = $1)::int AS today, count(case_id)::int AS open
     FROM department d LEFT JOIN (SELECT DISTINCT case_id, act, capacity, department, since, due, returned FROM case_waiting) w ON w.department = d.code
     GROUP BY d.code ORDER BY d.code`,
    [today],
  );

/** The funnel of each open check, the last days and what waits to be published, by questions of the test's own. */
async function expectOthersBySql(role: keyof typeof roles, html: string): Promise<void> {
  const own = role === 'participantLeader' ? 'WJW' : null;
  const steps = await query<{ title: string; figures: number[] }>(
    `WITH asked AS (SELECT r.* FROM visit_result r WHERE r.stage <> 'excused' AND ($1::text IS NULL OR r.department = $1)),
       firm AS (SELECT c.parent_id, c.stage <> 'awaitingDate' AS dated, count(a.visit_id) AS asked, count(*) FILTER (WHERE a.stage <> 'awaitingVisit') AS visited,
           count(*) FILTER (WHERE a.stage = 'reviewed') AS reviewed, count(*) FILTER (WHERE a.stage = 'reviewed' AND a.publication NOT IN ('none', 'awaiting', 'withholdingProposed')) AS published
         FROM official_case c LEFT JOIN asked a ON a.visit_id = c.id WHERE c.kind = 'visit' AND c.stage <> 'cancelled' GROUP BY c.id)
     SELECT k.title, ARRAY[count(f.parent_id), count(*) FILTER (WHERE dated), count(*) FILTER (WHERE visited = asked), count(*) FILTER (WHERE reviewed = asked), count(*) FILTER (WHERE published = asked)]::int[] AS figures
     FROM official_case k LEFT JOIN firm f ON f.parent_id = k.id AND ($1::text IS NULL OR f.asked > 0)
     WHERE k.kind = 'joint-check' AND NOT k.closed GROUP BY k.id, k.title`,
    [own],
  );
  const funnels = rowsIn(tableIn(html, 'funnels'));
  for (const row of funnels) {
    const { title, figures } = steps.find((one) => row.startsWith(`${one.title} `)) ?? { title: row, figures: [] };
    expect(row).toMatch(new RegExp(`^${title} ${figures.join(' ')} `));
  }
  const days = await query<{ figures: number[] }>(
    `WITH wait AS (
       SELECT DISTINCT case_id, act, capacity, department, returned, since, due, NULL::timestamptz AS ended FROM case_waiting
       UNION ALL SELECT DISTINCT e.case_id, e.act, e.capacity, e.department, false, e.since, e.due, e.ended_at FROM ended_waiting e JOIN acts a ON a.id = e.ended_by WHERE a.department = e.department AND a.capacity <> 'system'),
     told AS (SELECT (since + interval '8 hours')::timestamptz AT TIME ZONE 'UTC' AS came, (ended AT TIME ZONE 'UTC') + interval '8 hours' AS went, due FROM wait WHERE $2::text IS NULL OR department = $2)
     SELECT ARRAY[(SELECT count(*) FROM told WHERE came::date = d), (SELECT count(*) FROM told WHERE went::date = d), (SELECT count(*) FROM told WHERE due < d AND came::date <= d AND (went IS NULL OR went::date > d))]::int[] AS figures
     FROM (SELECT $1::date - n AS d FROM generate_series(0, 19) n) day ORDER BY d DESC`,
    [today, own],
  );
  expect(rowsIn(tableIn(html, 'trend')).map((row) => row.split(' ').slice(-3).map(Number))).toEqual(
    days.map(({ figures }) => figures),
  );
  const [queue] = await query<{ count: number }>(
    `SELECT count(*)::int AS count FROM visit_result WHERE stage = 'reviewed' AND publication IN ('awaiting', 'withholdingProposed') AND ($1::text IS NULL OR department = $1)`,
    [own],
  );
  expect(figuresIn(html).find(({ href }) => href.startsWith('/publication-queue'))?.count).toBe(queue?.count);
}

async function expectSql(role: keyof typeof roles, html: string): Promise<void> {
  expectTotals(html, 'departments', 6);
  if (html.includes('id="trend"')) {
    await expectOthersBySql(role, html);
    expectTotals(html, 'funnels', 5);
    expectTotals(html, 'trend', 3, [2]);
  }
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

describe('every figure that leads somewhere is the length of what it leads to', () => {
  /** Cases of the groups of 待办: not what registers and the program ask, which is counted apart. */
  const workOf = (html: string) =>
    [...html.matchAll(/id="work-\w+-head">[^<]*<span class="app-count-mark">([\d,]+)</g)].reduce(
      (sum, [, count]) => sum + numberIn(count),
      0,
    );
  /** Links whose words end with a figure, or are one of firms: navigation, tabs, chips, and what a check waits for. */
  const countedLinks = (html: string) =>
    [...html.matchAll(/<a class="([^"]*)" href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].flatMap(
      ([, kind = '', href = '', text = '']) => {
        const count =
          /class="app-[\w-]*count[\w-]*">([\d,]+)</.exec(text)?.[1] ?? /^([\d,]+) 户$/.exec(plain(text))?.[1];
        return count === undefined ? [] : [{ kind, href: addressIn(href), count: numberIn(count) }];
      },
    );

  beforeAll(async () => {
    // One visit is another day's, one task has a name on it, and a result waits for its leader to keep it from the public.
    await query(
      `UPDATE case_waiting SET not_before = $1, due = $1, officer = (SELECT inspector_id FROM account WHERE username = 'scjg-inspector-1')
       WHERE act = 'visit.enterResult' AND department = 'SCJG' AND case_id =
         (SELECT case_id FROM case_waiting WHERE act = 'visit.enterResult' AND department = 'SCJG' ORDER BY id LIMIT 1)`,
      [shiftDay(today, 1)],
    );
    await query(
      `INSERT INTO task_claim (case_id, act, department, account, since)
       SELECT w.case_id, w.act, w.department, a.id, now() FROM case_waiting w JOIN account a ON a.username = 'wjw-handler'
       WHERE w.department = 'WJW' AND w.capacity = 'departmentHandler' ORDER BY w.id LIMIT 1`,
    );
    await query(
      `WITH asked AS (UPDATE visit_result SET publication = 'withholdingProposed' WHERE (visit_id, department) =
         (SELECT visit_id, department FROM visit_result WHERE publication = 'awaiting' AND stage = 'reviewed' AND department = 'WJW' LIMIT 1) RETURNING visit_id)
       INSERT INTO case_waiting (case_id, act, capacity, department, since, due) SELECT visit_id, 'visit.decideWithholding', 'departmentLeader', 'WJW', now(), $1::date FROM asked`,
      [shiftDay(today, 30)],
    );
  });

  test.each([
    ...boards,
    'leadHandler',
    'leadOfficer',
    'participantHandler',
    'strangerHandler',
    'auditAdministrator',
  ] as const)('for %s', async (role) => {
    const { number } = site.find('joint-check', 'underway');
    const parts = ['visit', 'consultation', 'draw', 'referral'].map((kind) => `/cases/${site.find(kind).id}`);
    const addresses = [
      '/',
      '/dashboard',
      '/publication-queue',
      '/my-visits',
      `/cases/joint-check/${number}`,
      `/cases/${site.find('joint-check', 'drafting').id}`,
      ...parts,
    ];
    const asked = new Map<string, number>();
    for (const address of addresses) {
      const html = await page(role, address);
      for (const { kind, href, count } of countedLinks(html)) {
        if (asked.get(href) === count) continue;
        asked.set(href, count);
        const found =
          href.startsWith('/?') || href === '/' ? workOf(await page(role, href)) : await lengthOf(role, href);
        expect([address, kind, href, found]).toEqual([address, kind, href, count]);
      }
    }
  });

  test('chips of a name and of a task count what is chosen of both', async () => {
    for (const address of ['/?whose=mine', '/?whose=nobody', '/?act=visit.enterResult']) {
      const chips = countedLinks(await page('participantHandler', address)).filter(({ kind }) =>
        kind.includes('chips'),
      );
      expect(chips.length).toBeGreaterThan(1);
      for (const { href, count } of chips)
        expect([href, workOf(await page('participantHandler', href))]).toEqual([href, count]);
    }
  });
});

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
