import request from 'supertest';
import { paths } from '../../api/paths';
import { roles } from './addresses';
import { CountySite } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
  await site.county.dataSource.query(
    `INSERT INTO outbox_message (id, platform, key, subject_kind, subject_id, department, line, record_id, payload, state, created_at)
     VALUES (gen_random_uuid(), 'public-credit', 'k', 'visit', 'x', 'SCJG', 'l', gen_random_uuid(), '{"operation":"i","record":{}}', 'sent', now())`,
  );
});
afterAll(() => site?.close());

const pageOf = async (username: string, address: string) => (await (await site.as(username)).get(address)).text;
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const unescaped = (href = '') => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
/** Addresses of lists, each with one who reads it and a filter of it. */
const lists = [
  [roles.officeHandler, paths.cases, 'standing=open'],
  [roles.officeHandler, paths.waits, 'department=SCJG'],
  [roles.supervisor, paths.supervision, 'standing=open'],
  [roles.leadHandler, paths.objects, 'kind=enterprise'],
  [roles.leadHandler, paths.inspectors, 'available=yes'],
  [roles.leadHandler, paths.items, 'department=SCJG'],
  [roles.leadHandler, paths.departments, undefined],
  [roles.officeHandler, paths.publicationQueue, 'term=onTime&show=all'],
  [roles.officeHandler, paths.connectors, 'state=sent'],
  [roles.securityAdministrator, paths.accounts, 'department=SCJG'],
] as const;

describe.each(lists)('as %s reads it, %s', (username, address, filter) => {
  test('says how many rows it has in all, and its columns sort it both ways', async () => {
    const start = `${address}?${filter ?? ''}`;
    const html = await pageOf(username, start);
    expect(plain(html)).toMatch(/共 [\d,]+ [件户人项条个]/);
    const heads = [...html.matchAll(/<a class="app-table__sort" href="([^"]*)">/g)].map(([, href]) => unescaped(href));
    // An empty list has no table to sort.
    if (html.includes('<tbody')) expect(heads.length).toBeGreaterThan(2);
    for (const href of heads) {
      const sorted = await pageOf(username, href);
      expect(sorted.match(/aria-sort="ascending"/g)).toHaveLength(1);
      const other = /aria-sort="ascending"><a class="app-table__sort" href="([^"]*)"/.exec(sorted)?.[1];
      expect((await pageOf(username, unescaped(other))).match(/aria-sort="descending"/g)).toHaveLength(1);
    }
  });

  if (filter)
    test('shows each filter as a chip that leads to the list without it, sorted as it was', async () => {
      const html = await pageOf(username, `${address}?${filter}&sort=-number`);
      const chips = [
        ...html.matchAll(/<li><a class="govuk-link" href="([^"]*)"><span class="govuk-visually-hidden">/g),
      ];
      expect(chips).toHaveLength(1);
      const [condition = '', ...rest] = filter.split('&');
      const led = new URLSearchParams(unescaped(chips[0]?.[1]).split('?')[1]);
      expect([...led.keys()].sort()).toEqual([...rest.map((one) => one.split('=')[0]), 'sort'].sort());
      expect(led.has(condition.split('=')[0] ?? '')).toBe(false);
      expect(html).toContain('<input type="hidden" name="sort" value="-number">');
    });

  test('has its rows closer for whoever chose so, without a script, until they choose otherwise', async () => {
    const agent = await site.as(username);
    const before = (await agent.get(address)).text;
    expect(before).not.toContain('app-body--compact');
    const way = /<a class="govuk-link app-density" href="([^"]*)"[^>]*>紧凑行距</.exec(before)?.[1];
    const answer = await agent.get(unescaped(way));
    expect([answer.status, answer.headers['location']]).toEqual([303, address]);
    const after = (await agent.get(address)).text;
    expect(after).toMatch(/<body class="[^"]*app-body--compact/);
    const back = /<a class="govuk-link app-density" href="([^"]*)"[^>]*>标准行距</.exec(after)?.[1];
    await agent.get(unescaped(back));
    expect((await agent.get(address)).text).not.toContain('app-body--compact');
  });
});

test('the density of rows is one that there is, leads nowhere else, and holds on the public site too', async () => {
  expect((await request(site.app).get('/density/tiny')).status).toBe(404);
  for (const returnTo of ['//elsewhere.example/', 'https://elsewhere.example/', '/\\elsewhere.example'])
    expect((await request(site.app).get('/density/compact').query({ returnTo })).headers['location']).toBe(
      paths.publicHome,
    );
  const { text } = await request(site.app).get(paths.publicItems).set('Cookie', 'language=zh-CN; density=compact');
  expect(text).toMatch(/<body class="[^"]*app-body--compact/);
});

test('units and queues end in a row of sums, and a list of one kind only of stages that it has', async () => {
  const units = await pageOf(roles.leadHandler, paths.departments);
  const foot = plain(/<tfoot[\s\S]*<\/tfoot>/.exec(units)?.[0] ?? '').trim();
  const figures = [
    ...units.matchAll(/<td class="govuk-table__cell govuk-table__cell--numeric[^"]*"[^>]*>(?:<[^>]+>)*([\d,]+)/g),
  ];
  const sum = (own: 0 | 1) =>
    figures
      .map(([, text]) => Number(text?.replaceAll(',', '')))
      .slice(0, -2)
      .reduce((all, figure, index) => (index % 2 === own ? all + figure : all), 0);
  expect(sum(0)).toBeGreaterThan(100);
  expect(foot.replaceAll(',', '')).toBe(`合计 ${sum(0)} ${sum(1)}`);
  expect(
    plain(/<tfoot[\s\S]*?<\/tfoot>/.exec(await pageOf(roles.officeHandler, paths.connectors))?.[0] ?? ''),
  ).toContain('合计');
  // A stage that was chosen for another kind narrows nothing, and is not kept unseen.
  for (const [username, address] of [
    [roles.officeHandler, paths.cases],
    [roles.supervisor, paths.supervision],
  ] as const) {
    const total = (html: string) => /共 [\d,]+ 件/.exec(plain(html))?.[0];
    const odd = await pageOf(username, `${address}?kind=visit&stage=underway`);
    expect(total(odd)).toBe(total(await pageOf(username, `${address}?kind=visit`)));
    expect(odd).not.toContain('value="underway"');
  }
});

test('what a person has under way, has done and has begun is counted where it stands', async () => {
  for (const address of [`${paths.home}?tab=underway`, `${paths.home}?tab=done`, paths.drafts]) {
    const html = await pageOf(roles.leadHandler, address);
    const rows = html.match(/<th scope="row"/g)?.length ?? 0;
    expect(plain(html)).toMatch(new RegExp(`共 ${rows} [件条]|共 \\d+ 件，本页第 1—${rows} 条`));
  }
});

test('the public sorts results by what never changes, and no name stands in an address', async () => {
  const html = (await request(site.app).get(`${paths.publicResults}?sort=-object`).set('Cookie', 'language=zh-CN'))
    .text;
  expect((await request(site.app).get(`${paths.publicResults}?sort=result`)).text).not.toContain('aria-sort');
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(decodeURIComponent(href ?? '')).not.toMatch(/公司/);
});
