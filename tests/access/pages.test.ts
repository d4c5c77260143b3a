import { join } from 'node:path';
import request from 'supertest';
import { paths } from '../../api/paths';
import { readCatalogues } from '../../api/views/read-catalogues';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { addressesOf, roles } from './addresses';
import { CountySite } from './county-site';

type Role = keyof typeof roles;

const inside: readonly Role[] = [
  'officeHandler',
  'officeDirector',
  'leadHandler',
  'leadLeader',
  'leadLiaison',
  'leadOfficer',
  'participantHandler',
  'participantLeader',
  'supervisor',
];

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

test('a line of 待办 about many cases bears the whole number of their check', async () => {
  const numbers: string[] = [];
  for (const username of Object.values(roles)) {
    const { text } = await (await site.as(username)).get(paths.home);
    const rows = text.split('<tr').filter((row) => /（\d+ ?件）/.test(row));
    numbers.push(
      ...rows.map((row) => /\d{6}-\d{4}-[A-Z0-9-]+/.exec(row.replace(/(?:href|id)="[^"]*"/g, ''))?.[0] ?? row),
    );
  }
  expect(new Set(numbers)).toEqual(new Set(['320723-2026-L0001']));
});

test('依据 of a setting is a clause; that a value of the beginning has to be compared is said beside it, until somebody sets it', async () => {
  const agent = await site.as('system-admin');
  const page = async () => (await agent.get('/settings/publication.correctionWorkingDays')).text;
  const caution = '系统启用时的取值，须由本县对照现行规定核对';
  expect(await page()).toContain(caution);
  expect((await agent.get('/settings')).text).toContain(caution);
  // Words of whoever wrote a value down, which are no clause.
  const sources = await site.county.dataSource.query<{ key: string }[]>(
    `SELECT key FROM setting WHERE source ~ '核对|待定|TODO'`,
  );
  expect(sources).toEqual([]);
  const runner = site.county.dataSource.createQueryRunner();
  try {
    await runner.query(
      `INSERT INTO setting (key, holds_from, value, source, version) VALUES ('publication.correctionWorkingDays', '2020-01-01', '5', '县府办〔2026〕3号', 2)`,
    );
    expect(await page()).not.toContain(caution);
  } finally {
    await runner.query(`DELETE FROM setting WHERE source = '县府办〔2026〕3号'`);
    await runner.release();
  }
});

test('the examples of components are no pages of a running system', async () => {
  const [kit, unknown] = [await request(site.app).get('/kit'), await request(site.app).get('/no-such-page')];
  expect(kit.status).toBe(unknown.status);
  expect(kit.text).not.toContain('app-kit');
});

test.each([
  '/public/results/%00',
  '/public/results?q=%00',
  '/public/checks/%00',
  '/cases/visit/%00',
  '/cases?text=%00',
  '/files/%00',
])('%s does not exist', async (address) => {
  const { status } = await (await site.as('supervisor')).get(address);
  expect(status).toBe(404);
});

test('nobody: public pages open, every other page leads to the sign-in', async () => {
  const wrong: string[] = [];
  for (const address of addressesOf(site)) {
    const answer = await request(site.app).get(address);
    const free =
      address.startsWith('/public') ||
      address.startsWith('/language/') ||
      address.startsWith('/density/') ||
      [paths.signIn, paths.openapi, paths.health, paths.robots].includes(address as never);
    const led = answer.status === 303 && String(answer.headers['location']).startsWith('/sign-in');
    // Only the page's script asks there, and a page to sign in on is no answer to it.
    const refused = address.startsWith(paths.uploads) && answer.status === 401;
    if (free ? ![200, 303, 404].includes(answer.status) : !led && !refused) wrong.push(`${answer.status} ${address}`);
  }
  expect(wrong).toEqual([]);
});

test.each(Object.entries(roles) as [Role, string][])(
  '%s sees exactly the cases of its unit',
  async (role, username) => {
    const agent = await site.as(username);
    const expected = inside.includes(role) ? 200 : 404;
    const wrong: string[] = [];
    for (const { id } of site.cases) {
      const hidden = id.startsWith('consultation/')
        ? false
        : id.startsWith('referral/') &&
          role.startsWith('participant') &&
          site.cases.some((state) => state.id === id && state.stage === 'draft');
      const { status } = await agent.get(`/cases/${id}`);
      if (status !== (hidden ? 404 : expected)) wrong.push(`${status} ${id}`);
    }
    expect(wrong).toEqual([]);
  },
);

test('the list of cases shows a unit its own and a stranger none', async () => {
  const numbers = async (username: string) => {
    const { body } = await request(site.app)
      .get('/api/v1/cases?pageSize=500')
      .set('Authorization', `Bearer ${await site.token(username)}`);
    return (body as { rows: { id: string }[]; total: number }).rows.map((row) => row.id);
  };
  expect(await numbers('sthj-handler')).toEqual([]);
  expect(await numbers('system-admin')).toEqual([]);
  expect((await numbers('supervisor')).sort()).toEqual(site.cases.map((state) => state.id).sort());
  expect((await numbers('scjg-handler')).sort()).toEqual(site.cases.map((state) => state.id).sort());
});

describe('a case’s pages', () => {
  const main = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  const get = async (username: string, address: string) => {
    const { status, text } = await (await site.as(username)).get(address);
    expect(`${status} ${address}`).toBe(`200 ${address}`);
    return main(text);
  };
  const underway = () => site.find('joint-check', 'underway');

  test('say whose turn it is to the one whose turn it is, also where the act belongs to a part', async () => {
    const { number = '' } = site.find('joint-check', 'drafting') as { number?: string };
    const own = await get(roles.leadHandler, `/cases/joint-check/${number}`);
    expect(own).toMatch(/轮到您：.*<a[^>]*class="govuk-button[^"]*"|轮到您：/s);
    expect(own.match(/app-case-head__turn/g)).toHaveLength(1);
    expect(await get(roles.supervisor, `/cases/joint-check/${number}`)).not.toContain('轮到您');
    const [waiting] = await site.county.dataSource.query<{ parent: string; username: string }[]>(
      `SELECT c.parent_id AS parent, a.username FROM case_waiting w JOIN official_case c ON c.id = w.case_id
       JOIN account a ON a.department = w.department AND w.capacity = ANY(a.capacities) AND a.active
       WHERE c.kind = 'visit' AND NOT c.closed AND w.officer IS NULL ORDER BY c.id LIMIT 1`,
    );
    expect(await get(waiting?.username ?? '', `/cases/${waiting?.parent}`)).toContain('轮到您');
  });

  test('list the firms of a check with a column a department, by department and progress, and as a file', async () => {
    const rows = await site.county.dataSource.query<
      { check: string; department: string; stage: string; visits: number }[]
    >(
      `SELECT c.parent_id AS check, r.department, r.stage, count(*)::int AS visits FROM visit_result r JOIN official_case c ON c.id = r.visit_id
       WHERE c.parent_id = (SELECT min(parent_id) FROM official_case WHERE kind = 'visit') GROUP BY 1, 2, 3 ORDER BY 2, 3`,
    );
    const number = rows[0]?.check.split('/')[1] ?? '';
    const list = `/joint-checks/${number}/visits`;
    const heads = /<thead.*<\/thead>/s.exec(await get(roles.leadHandler, list))?.[0] ?? '';
    for (const name of ['市监局', '卫健委']) expect(heads).toContain(name);
    for (const { department, stage, visits } of rows) {
      const found = await get(roles.leadHandler, `${list}?department=${department}&result=${stage}`);
      expect(`${department} ${stage} ${/共 (\d+) 件/.exec(found)?.[1]}`).toBe(`${department} ${stage} ${visits}`);
    }
    const file = await (await site.as(roles.leadHandler)).get(`${list}?format=csv`);
    const total = Number(/共 (\d+) 件/.exec(await get(roles.leadHandler, list))?.[1]);
    expect(file.text.trim().split(/\r?\n/)).toHaveLength(total + 1);
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('检查对象'));
  });

  test('call a round of consultation by its check and its number, like every case that only its number tells apart', async () => {
    const { id } = site.find('consultation', 'open');
    const { number } = site.find('consultation', 'open') as { number?: string };
    const text = await get(roles.leadHandler, `/cases/${id}`);
    expect(/<h1[^>]*>([^<]*)</.exec(text)?.[1]).toMatch(/^征求意见：.+/);
    expect(/<h1[^>]*>([^<]*)</.exec(text)?.[1]).not.toContain(number);
  });

  test('are found by no unit that has no part in the case', async () => {
    const { id, number = '' } = underway() as { id: string; number?: string };
    const stranger = await site.as('sthj-handler');
    for (const address of [
      `/cases/${id}/papers`,
      `/cases/${id}/timeline`,
      `/joint-checks/${number}/visits`,
      `/joint-checks/${number}/visits?format=csv`,
      `/joint-checks/${number}/consultations`,
    ])
      expect(`${(await stranger.get(address)).status} ${address}`).toBe(`404 ${address}`);
  });

  test('lead to no form that is a lone button: what is acted on stands beside it', async () => {
    const bare: string[] = [];
    for (const username of [roles.leadHandler, roles.leadLeader, roles.officeDirector, roles.participantHandler])
      for (const { id } of site.cases) {
        const page = await (await site.as(username)).get(`/cases/${id}`);
        for (const [, href = ''] of page.text.matchAll(/href="(\/cases\/[^"]*\/acts\/[^"]*)"/g)) {
          const form = main((await (await site.as(username)).get(href)).text);
          if (!/app-act__subject"[^>]*>\s*<dl|name="scheme/.test(form)) bare.push(`${username} ${href}`);
        }
      }
    expect(bare).toEqual([]);
  });
});

describe('the language of a request', () => {
  const languageOf = (html: string) => /<html lang="([^"]*)">/.exec(html)?.[1];

  test('is chosen at the foot of a page, kept by a cookie, and leads back to that page', async () => {
    const agent = await site.as('supervisor');
    const address = `${paths.cases}?kind=visit`;
    const foot = /<nav class="app-languages"[^]*?<a[^>]*href="([^"]*)" lang="en"/.exec((await agent.get(address)).text);
    const answer = await agent.get((foot?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe(address);
    const english = await agent.get(address);
    expect(languageOf(english.text)).toBe('en');
    expect(english.text).toContain('lang="zh-CN"');
    const search = await agent.get(paths.publicResults);
    expect(languageOf(search.text)).toBe('en');
  });

  test.each(['//elsewhere.example/', 'https://elsewhere.example/', '/\\elsewhere.example', '\\/elsewhere', ''])(
    'never leads to %p',
    async (returnTo) => {
      const answer = await request(site.app).get('/language/en').query({ returnTo });
      expect(answer.headers['location']).toBe(paths.publicHome);
    },
  );

  test('is none that there is not', async () => {
    expect((await request(site.app).get('/language/de')).status).toBe(404);
    const { text } = await request(site.app).get(paths.signIn).set('Cookie', 'language=<script>');
    expect(languageOf(text)).toBe('zh-CN');
  });

  test.each([
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh;q=0.4,en;q=0.8', 'en'],
    ['fr', 'zh-CN'],
    ['*', 'zh-CN'],
  ])('is what a browser asks for on the public site alone: %s', async (asked, language) => {
    const site_ = request(site.app);
    const open = await site_.get(paths.publicResults).set('Accept-Language', asked);
    expect(languageOf(open.text)).toBe(language);
    expect(open.headers['vary']).toMatch(/Accept-Language.*Cookie/);
    expect(languageOf((await site_.get(paths.signIn).set('Accept-Language', asked)).text)).toBe('zh-CN');
    const chosen = await site_.get(paths.publicResults).set('Accept-Language', asked).set('Cookie', 'language=zh-CN');
    expect(languageOf(chosen.text)).toBe('zh-CN');
  });

  test('is said with a problem', async () => {
    const problem = await request(site.app).get(`${paths.api}/me`).set('Accept-Language', 'en');
    expect([problem.status, problem.headers['content-language']]).toEqual([401, 'en']);
    const usual = await request(site.app).get(`${paths.api}/me`);
    expect(usual.headers['content-language']).toBe('zh-CN');
  });

  test.each([paths.publicResults, paths.publicChecks, paths.publicDraws, paths.publicItems])(
    'changes nothing of %s as a file, nor of the feed',
    async (address) => {
      const taken = (cookie: string, format: string) =>
        request(site.app).get(address).query({ format }).set('Cookie', cookie).set('Accept-Language', 'en');
      for (const format of ['csv', 'json']) {
        const [english, chinese] = [await taken('language=en', format), await taken('language=zh-CN', format)];
        expect(english.text).toBe(chinese.text);
        expect(english.headers['content-disposition']).toBe(chinese.headers['content-disposition']);
      }
      const feed = await request(site.app).get(paths.publicFeed).set('Cookie', 'language=en');
      expect(feed.text).toContain('xml:lang="zh-CN"');
      expect(feed.text).toContain('检查结果');
    },
  );

  /** Texts that no data of the county says, too: whole sentences anywhere, shorter ones alone between two tags. */
  const textsIn = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsIn);
  const { documents: _papers, ...ofPages } = readCatalogues(
    join(__dirname, '..', '..', 'templates', 'locales', 'zh-CN'),
  );
  const said = textsIn(ofPages).filter((text) => text !== '中文');
  const sentences = said
    .flatMap((text) => text.split(/\{\{[^}]*\}\}|%\{\w+\}/))
    .filter((text) => /\p{Script=Han}{9}/u.test(text));
  /** Words that rows of the county's own lists hold, too: where a class comes from, what a unit is called as a member. */
  const ofTheCounty = new Set(['演示数据', '成员单位']);
  const whole = new Set(said.filter((text) => /^\p{Script=Han}{2,}$/u.test(text)));

  test.each(['scjg-handler', 'office-director', 'supervisor', 'system-admin', 'security-admin'])(
    'leaves no Chinese word of ours on a page in English: %s',
    async (username) => {
      const agent = await site.as(username);
      await agent.get('/language/en');
      const kinds = new Set<string>();
      const addresses = addressesOf(site).filter((address) => {
        const kind = address.replace(/\/(?:320723|\d|x$|0000)[^/]*/g, '/:');
        // Items are the county's own words, which ours are taken from.
        const left = /items|language|atom|template|bundle|uploads/.test(address) || kinds.has(kind);
        kinds.add(kind);
        return !left;
      });
      expect(addresses.length).toBeGreaterThan(40);
      const found: string[] = [];
      for (const address of addresses) {
        const { text, headers } = await agent.get(address);
        if (!String(headers['content-type']).startsWith('text/html')) continue;
        for (const node of text.replace(/"([^"]*)"/g, '>$1<').split(/[<>]/))
          if (
            (whole.has(node.trim()) && !ofTheCounty.has(node.trim())) ||
            sentences.some((sentence) => node.includes(sentence))
          )
            found.push(`${address}: ${node.trim().slice(0, 80)}`);
      }
      expect(found).toEqual([]);
    },
  );
});

test('an officer reads the day’s visits in the order of the way, with numbers that a phone dials, and nobody else’s', async () => {
  const query = <Row>(text: string, values: unknown[] = []) => site.county.dataSource.query<Row[]>(text, values);
  const [me] = await query<{ id: string }>(
    `SELECT inspector_id AS id FROM account WHERE username = 'scjg-inspector-1'`,
  );
  const rows = await query<{ visit: string; object: string; department: string }>(
    `SELECT DISTINCT ON (visit_id) visit_id AS visit, object_id AS object, department FROM visit_result r JOIN official_case c ON c.id = r.visit_id
     WHERE r.stage = 'awaitingVisit' AND r.visit_stage <> 'cancelled' AND NOT c.closed ORDER BY visit_id LIMIT 3`,
  );
  expect(rows).toHaveLength(3);
  const today = shanghaiDay(Date.now());
  const set = (days: (string | null)[]) =>
    Promise.all(
      rows.map(({ visit, department }, at) =>
        query(`UPDATE visit_result SET officers = $3, visit_date = $4 WHERE visit_id = $1 AND department = $2`, [
          visit,
          department,
          [me?.id],
          days[at],
        ]),
      ),
    );
  await query(`UPDATE check_object SET phone = '0518-8881 2345（办公室）' WHERE id = $1`, [rows[1]?.object]);
  await set([null, today, '2020-01-02']);
  const mine = async (username: string) => (await (await site.as(username)).get(paths.myVisits)).text;
  const page = await mine('scjg-inspector-1');
  const places = [rows[2], rows[1], rows[0]].map((row) => page.indexOf(`/cases/${row?.visit}"`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((one, other) => one - other)).toEqual(places);
  expect(page).toContain('href="tel:051888812345"');
  expect(page).toContain(`/cases/${rows[1]?.visit}/acts/visit.enterResult`);
  expect(page).not.toContain(`/cases/${rows[0]?.visit}/acts/visit.enterResult`);
  const theirs = await mine('scjg-inspector-2');
  for (const { visit } of rows) expect(theirs).not.toContain(`/cases/${visit}"`);
  expect((await (await site.as('scjg-handler')).get(paths.myVisits)).status).toBe(403);
});
