import request from 'supertest';
import type { CaseKind } from '../../domain/process';
import { caseKinds } from '../../domain/processes';
import type { Reader } from '../../domain/permissions/reader';
import { mayReadCase } from '../../services/queries/cases/may-read-case';
import { findCases } from '../../services/queries/search/find-cases';
import { CountySite, tokenIn } from './county-site';
import { roles } from './addresses';

let site: CountySite;
let firm: { id: string; name: string; uscc: string };
let check: { id: string; number: string };
const query = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  site.county.dataSource.query(text, values) as Promise<Row[]>;
beforeAll(async () => {
  site = await CountySite.open();
  const { object } = site.find('visit') as { object?: string };
  [firm] = (await query('SELECT id, name, uscc FROM check_object WHERE id = $1', [object])) as [typeof firm];
  check = site.find('joint-check', 'underway');
});
afterAll(() => site?.close());

interface Found {
  status: number;
  text: string;
  /** Addresses that the results lead to, by group. */
  links: Record<string, string[]>;
}

async function search(username: string, q: string, rest = ''): Promise<Found> {
  const agent = await site.as(username);
  const { status, text } = await agent.get(`/search?q=${encodeURIComponent(q)}${rest}`);
  const sections = [
    ...text.matchAll(/<section class="app-found" aria-labelledby="group-([\w-]+)">([\s\S]*?)<\/section>/g),
  ];
  const links = sections.map(([, key = '', section = '']): [string, string[]] => {
    const table = /<tbody[\s\S]*<\/tbody>/.exec(section)?.[0] ?? '';
    return [key, [...table.matchAll(/<th scope="row"[\s\S]*?href="([^"]+)"/g)].map((match) => match[1] ?? '')];
  });
  return { status, text, links: Object.fromEntries(links) };
}

const reader = {
  supervisor: { department: 'GZFB', capacities: ['supervisor'] },
  stranger: { department: 'STHJ', capacities: ['departmentHandler'] },
  participant: { department: 'WJW', capacities: ['departmentLeader'] },
  lead: { department: 'SCJG', capacities: ['departmentHandler'] },
  administrator: { department: 'GZFB', capacities: ['securityAdministrator'] },
};
const casesFound = async (who: Reader, id: string, text: string) =>
  (await findCases(site.county.dataSource, who, id.split('/')[0] as CaseKind, text, { size: 200 })).rows.map(
    (row) => row.id,
  );

const everyone = Object.values(roles);
const administrators = [roles.systemAdministrator, roles.auditAdministrator];

test('the field stands in the head of every page of those who may search, and on no other page', async () => {
  for (const username of everyone) {
    const { text } = await (await site.as(username)).get('/');
    const has = !administrators.some((one) => one === username);
    expect(`${username} ${text.includes('id="head-search"')}`).toBe(`${username} ${has}`);
    expect(`${username} ${(await search(username, '食品')).status}`).toBe(`${username} ${has ? 200 : 403}`);
  }
  const { headers } = await request(site.app).get('/search?q=1');
  expect(String(headers['location'])).toMatch(/^\/sign-in/);
});

test.each([
  ['whole', (name: string) => name],
  ['without the last sign', (name: string) => name.slice(0, -1)],
  ['its middle', (name: string) => name.slice(2, 6)],
  ['two pieces in any order', (name: string) => `${name.slice(-2)} ${name.slice(0, 3)}`],
  ['in wide blanks and invisible marks', (name: string) => `${name.slice(0, 3)}\u200B\u3000${name.slice(-2)}`],
])('a firm is found by its name, %s', async (_how, typed) => {
  for (const username of [roles.officeHandler, roles.strangerHandler, roles.leadOfficer]) {
    const { links } = await search(username, typed(firm.name), '&group=firms');
    expect(links['firms']).toContain(`/registers/objects/${firm.id}`);
  }
});

test.each([
  (code: string) => code,
  (code: string) => code.toLowerCase(),
  (code: string) => `${code.slice(0, 8)} ${code.slice(8)}`,
  (code: string) => code.slice(6),
])('a firm is found by its code (%#)', async (typed) => {
  const { links } = await search(roles.strangerHandler, typed(firm.uscc));
  expect(links['firms']).toContain(`/registers/objects/${firm.id}`);
});

test('a firm that is called just so comes first, however many names hold its name', async () => {
  const { links } = await search(roles.officeHandler, firm.name);
  expect(links['firms']?.[0]).toBe(`/registers/objects/${firm.id}`);
});

test('every case of the county is found by its number in each way of typing it, by those who may read it alone', async () => {
  const typings = (number: string) => [
    number,
    number.replaceAll('-', ''),
    number.toLowerCase().replace(/([a-z])0+/g, '$1'),
    number.slice(7),
  ];
  for (const { id, number } of site.cases)
    for (const typed of typings(number))
      expect(`${typed} ${(await casesFound(reader.supervisor, id, typed)).includes(id)}`).toBe(`${typed} true`);
});

test('nobody finds a case that they may not open, by number, title or firm, nor hears that there is one', async () => {
  for (const who of [reader.stranger, reader.participant, reader.lead, reader.administrator])
    for (const { id, number } of site.cases)
      for (const text of [number, firm.name, '联合抽查']) {
        const shown = await casesFound(who, id, text);
        const readable = await Promise.all(shown.map((one) => mayReadCase(site.county.dataSource, who, one)));
        expect(`${who.department} ${readable.every(Boolean)}`).toBe(`${who.department} true`);
        if (text === number) expect(shown.includes(id)).toBe(await mayReadCase(site.county.dataSource, who, id));
      }
  // The same words for what is not there and for what is not theirs.
  const plain = ({ text }: Found) =>
    text.replace(/(?:value|data-csrf|data-expired-url)="[^"]*"|returnTo&#x3D;[^"]*|“[^”]*”/g, '');
  const hidden = await search(roles.strangerHandler, check.number);
  const none = await search(roles.strangerHandler, '320723-2026-L9999');
  expect(plain(hidden)).toBe(plain(none));
});

test('who a case is shown to follows its readers, and its name the firm’s new name', async () => {
  const visit = site.cases.find((state) => state.id.startsWith('visit/'))?.id ?? '';
  const found = async (username: string, q: string) =>
    (await search(username, q, '&group=visit')).links['visit']?.includes(`/cases/${visit}`) ?? false;
  const word = '霞光轮渡';
  const [{ name } = { name: '' }] = await query<{ name: string }>(
    'SELECT name_key AS name FROM check_object WHERE id = $1',
    [firm.id],
  );
  expect(await found(roles.supervisor, word)).toBe(false);
  await query('UPDATE check_object SET name_key = $2 WHERE id = $1', [firm.id, `${name}${word}`]);
  expect(await found(roles.supervisor, word)).toBe(true);
  expect(await found(roles.strangerHandler, word)).toBe(false);
  await query(`UPDATE official_case SET readers = readers || '{STHJ}' WHERE id = $1`, [visit]);
  expect(await found(roles.strangerHandler, word)).toBe(true);
  await query(`UPDATE official_case SET readers = array_remove(readers, 'STHJ') WHERE id = $1`, [visit]);
  await query('UPDATE check_object SET name_key = $2 WHERE id = $1', [firm.id, name]);
  expect(await found(roles.strangerHandler, word)).toBe(false);
  expect(await found(roles.supervisor, word)).toBe(false);
});

test('the arrays find what reading finds: a word that stands beyond the first things, in every group', async () => {
  const before = await query<{ id: string }>(
    `INSERT INTO check_object (registration_no, kind, name, name_key, status, responsible_departments)
     SELECT '99' || lpad(n::text, 11, '0'), 'enterprise', '啊' || n || '商行', '啊' || n || '商行', 'active', '{SCJG}' FROM generate_series(1, 2100) n RETURNING id`,
  );
  const { links, text } = await search(roles.officeHandler, firm.name.slice(1), '&group=firms');
  expect(links['firms']).toContain(`/registers/objects/${firm.id}`);
  // Pages by key: every firm once.
  const seen: string[] = [];
  for (let rest = '&group=firms'; rest;) {
    const page = await search(roles.officeHandler, '啊 商行', rest);
    seen.push(...(page.links['firms'] ?? []));
    const next = /href="\/search\?([^"]*after[^"]*)"/
      .exec(page.text)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=');
    rest = next ? `&${next.replace(/^q=[^&]*&/, '')}` : '';
    if (seen.length > 400) break;
  }
  expect(seen.length).toBeGreaterThan(400);
  expect(new Set(seen).size).toBe(seen.length);
  expect(text).not.toContain('啊1商行');
  await query('DELETE FROM check_object WHERE id = ANY($1)', [before.map(({ id }) => id)]);
});

test('officers are found by those who may see them, accounts by their keeper alone', async () => {
  const [officer] = await query<{ id: string; name: string; department: string }>(
    `SELECT id, name, department FROM inspector WHERE department = 'SCJG' LIMIT 1`,
  );
  const name = officer?.name ?? '';
  const officers = async (username: string) =>
    (await search(username, name)).links['officers']?.includes(`/registers/inspectors/${officer?.id}`) ?? false;
  expect(await officers(roles.leadHandler)).toBe(true);
  expect(await officers(roles.supervisor)).toBe(true);
  expect(await officers(roles.strangerHandler)).toBe(false);
  expect(await officers(roles.securityAdministrator)).toBe(false);
  const accounts = async (username: string) => (await search(username, 'scjg-handler')).links['accounts']?.length ?? 0;
  for (const username of everyone.filter((one) => !administrators.some((admin) => admin === one)))
    expect(`${username} ${await accounts(username)}`).toBe(
      `${username} ${username === roles.securityAdministrator ? 1 : 0}`,
    );
});

test('a paper is found by its 文号 in whatever brackets, by those who may read its case', async () => {
  const round = site.find('consultation').id;
  await query(
    `INSERT INTO document_number (unit, series, year, serial, number, subject, given_at) VALUES ('SCJG', '函', 2026, 907, '灌市监函〔2026〕907号', $1, now())`,
    [`${round}/letter`],
  );
  for (const typed of [
    '灌市监函〔2026〕907号',
    '函[2026]907',
    '灌市监函 （２０２６） 907 号',
    '监函2026907号',
    '函0907',
  ])
    expect(`${typed} ${(await search(roles.supervisor, typed)).links['documents']}`).toBe(`${typed} /cases/${round}`);
  expect((await search(roles.strangerHandler, '灌市监函〔2026〕907号')).links).toEqual({});
  expect((await search(roles.supervisor, '卫函〔2026〕907号')).links['documents']).toBeUndefined();
});

test('what is typed is posted; the number of an identity card is answered in words and never led into an address', async () => {
  const agent = await site.as(roles.leadHandler);
  const token = tokenIn((await agent.get('/')).text);
  const post = (q: unknown) => agent.post('/search').type('form').send({ _csrf: token, q });
  const led = await post(' 食品 经营 ');
  expect([led.status, decodeURIComponent(String(led.headers['location']).replaceAll('+', ' '))]).toEqual([
    303,
    '/search?q=食品 经营',
  ]);
  const card = '320723199001011237';
  for (const typed of [card, `张三 ${card}`, '320723 1990 0101 1237']) {
    const refused = await post(typed);
    expect(refused.status).toBe(422);
    expect(refused.text).not.toContain(card);
    expect(refused.text).toContain('不能用身份证号查找');
    const typedThere = await agent.get(`/search?q=${encodeURIComponent(typed)}`);
    const address = String(typedThere.headers['location']);
    expect([typedThere.status, address]).toEqual([303, '/search?trouble=identityCard']);
    expect((await agent.get(address)).text).toContain('不能用身份证号查找');
  }
  for (const [typed, words] of [
    ['', '请输入要查找的内容'],
    ['某', '至少输入两个字'],
    ['长'.repeat(101), '不要超过 100 个字'],
  ] as const) {
    const told = await post(typed);
    expect(told.status).toBe(422);
    expect(told.text).toContain(words);
    // What was typed stays.
    if (typed) expect(told.text).toContain(`value="${typed}"`);
  }
  expect((await agent.post('/search').type('form').send({ q: '食品' })).status).toBe(403);
});

test.each(['%', '__', "'; --", '\\\\', '<b>x</b>', '..', '100%', '_7', '-- --'])(
  '“%s” is text and nothing else',
  async (q) => {
    const { status, text, links } = await search(roles.supervisor, q);
    expect([200, 422]).toContain(status);
    expect(Object.values(links).flat()).toEqual([]);
    expect(text).not.toContain('<b>x</b>');
  },
);

test.each([
  '&group=__proto__',
  '&group=visit&after=x',
  '&group=firms&after=00000000-0000-4000-8000-000000000000',
  '&after=%27',
  '&q=2',
])('an address with %s answers', async (rest) =>
  expect((await search(roles.supervisor, '食品', rest)).status).toBeLessThan(423),
);

test('all that is found for somebody stands on one page, in the order of the groups', async () => {
  const { status, links } = await search(roles.supervisor, '0001');
  expect([status, Object.keys(links)]).toEqual([200, [...caseKinds]]);
  expect((await search(roles.supervisor, '1号 灌')).status).toBe(200);
});
