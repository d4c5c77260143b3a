import { parse } from 'csv-parse/sync';
import { paths } from '../../api/paths';
import { holdsCard } from '../../domain/identity-card';
import type { ItemChange } from '../../domain/registers/item-change';
import { changeItem } from '../../services/registers/change-item';
import { editDepartment } from '../../services/registers/edit-department';
import { commandOf } from '../database/registers/at-the-desk';
import { CountySite } from './county-site';
import { publish } from './published';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());
beforeEach(async () => {
  await site.county.dataSource.query('TRUNCATE publication RESTART IDENTITY');
});

const at = '2026-11-30T03:08:48.000Z';
const note = '经复核，原检查项目适用有误，现予更正。';
const inner = '录入人员看错了行，已批评';
const get = async (path: string) => site.nobody().get(path);
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
const asideOf = (html: string) => /<aside[\s\S]*<\/aside>/.exec(html)?.[0] ?? '';
const entriesOf = (feed: string) => feed.match(/<entry>.*<\/entry>/g) ?? [];
const change = (sql: string, values: unknown[] = []) => site.county.dataSource.query(sql, values);

test('a department and an item are renamed: an older publication is the same byte for byte', async () => {
  await publish(site, 'SCJG', { at });
  const asShown = async () => ({
    line: (await get(`${paths.publicResults}?format=csv`)).text,
    json: (await get(`${paths.publicResults}?format=json`)).text,
    one: (await get('/public/results/1?format=json')).text,
    entry: entriesOf((await get(paths.publicFeed)).text),
    main: mainOf((await get('/public/results/1')).text),
  });
  const [unit]: { full: string; item: string }[] = await change(
    `SELECT d.full_name AS full, p.items[1] AS item FROM publication p JOIN department d ON d.code = p.department`,
  );
  const before = await asShown();
  expect(before.main).toContain(unit?.full);
  const { dataSource } = site.county;
  const rename = async (version: number, name: string, fullName: string) =>
    editDepartment(dataSource, {
      ...(await commandOf(site.county, 'office-handler')),
      ...{ id: 'SCJG', version, cause: 'amended', values: { name, fullName } },
    });
  const amend = async (version: number, values: ItemChange) =>
    changeItem(dataSource, {
      ...(await commandOf(site.county, 'scjg-handler')),
      ...{ id: unit?.item ?? '', version, today: '2026-11-30', values },
    });
  const [{ version } = { version: 0 }]: { version: number }[] = await change(
    `SELECT version FROM department WHERE code = 'SCJG'`,
  );
  await rename(version, '县市场综合监管局', '灌云县市场综合监管局');
  await amend(1, { cause: 'amended', effectiveFrom: '2026-11-30', name: '改过的名称' });
  try {
    expect(await asShown()).toEqual(before);
    const { text } = await get('/public/results/1');
    expect(words(asideOf(text))).toContain(`灌云县市场综合监管局（公示时名称：${unit?.full}）`);
    // The item's own page says which version that was.
    const item = words((await get(`/public/items/${unit?.item}?version=1`)).text);
    expect(item).toContain('这是第 1 版，不是现行的内容');
    expect(words((await get(`/public/items/${unit?.item}`)).text)).toContain('改过的名称');
    // What is published from now on bears the new name.
    await publish(site, 'SCJG', { at: '2026-12-01T03:00:00.000Z', visit: 'visit/later' });
    expect(words((await get('/public/results/2')).text)).toContain('灌云县市场综合监管局');
    await change(`DELETE FROM publication WHERE id = 2`);
    await amend(2, { cause: 'abolished', effectiveFrom: '2026-11-30' });
    expect(await asShown()).toEqual(before);
  } finally {
    await rename(version + 1, '县市场监督管理局', unit?.full ?? '');
    await change(`DELETE FROM check_item_version WHERE item_code = $1 AND version > 1`, [unit?.item]);
    await change(`UPDATE check_item SET version = 1, active = TRUE WHERE code = $1`, [unit?.item]);
  }
});

test('a correction is linked both ways with what is said to the public, and the inner reason is nowhere', async () => {
  await publish(site, 'SCJG', { at });
  await publish(site, 'SCJG', {
    at: '2026-12-02T01:00:00.000Z',
    version: 2,
    code: '1',
    publicNote: note,
    reason: inner,
  });
  await change(`UPDATE publication SET reason = $1 WHERE id = 1`, [inner]);
  const [old, later] = [(await get('/public/results/1')).text, (await get('/public/results/2')).text];
  expect(words(mainOf(old))).toMatch(new RegExp(`已于 2026年12月2日 更正.*${note}.*查看更正后的结果`));
  expect(old).toContain('href="/public/results/2"');
  expect(words(mainOf(later))).toMatch(new RegExp(`更正了此前公示的结果.*${note}.*查看此前的结果`));
  expect(later).toContain('href="/public/results/1"');
  expect([/name="robots"/.test(old), /name="robots"/.test(later)]).toEqual([true, false]);

  const csv = await get(`${paths.publicResults}?format=csv`);
  const [newest, oldest]: Record<string, string>[] = parse(csv.text, { bom: true, columns: true });
  expect(newest).toMatchObject({
    公示编号: '2',
    状态: '公示中',
    所更正的公示编号: '1',
    公示时间: '2026-12-02 09:00:00',
  });
  expect(oldest).toMatchObject({
    状态: '已更正',
    公开说明: note,
    更正后的公示编号: '2',
    公示时间: '2026-11-30 11:08:48',
  });

  const [first, second] = entriesOf((await get(paths.publicFeed)).text);
  expect(first).toMatch(/<title>【更正后】.*<published>2026-12-02T09:00:00\+08:00/);
  expect(second).toMatch(/<title>【更正】.*<published>2026-11-30T11:08:48\+08:00.*<updated>2026-12-02T09:00:00\+08:00/);
  expect(`${first}${second}`).toContain(note);
  for (const path of ['/public/results/1', '/public/results/2', paths.publicFeed, paths.publicResults])
    for (const format of ['', '?format=json', '?format=csv'])
      expect((await get(path + format)).text).not.toContain('看错了行');
});

test('a withdrawn result says so first, shows no finding, and without 公开说明 no reason at all', async () => {
  await publish(site, 'SCJG', { at, code: 'B' });
  const id = /<entry><id>(.*?)<\/id>/.exec((await get(paths.publicFeed)).text)?.[1];
  const down = { publication: 'withdrawn' as const, withdrawnVersion: 1, code: 'B' };
  await publish(site, 'SCJG', { at: '2026-12-03T01:00:00.000Z', ...down, reason: inner });
  const page = words(mainOf((await get('/public/results/1')).text));
  expect(page).toContain('已于 2026年12月3日 撤销公示');
  const shown = [page, (await get(paths.publicFeed)).text, (await get(`${paths.publicResults}?format=csv`)).text];
  for (const text of shown) {
    expect(text).not.toMatch(/应当公示的信息|看错了行|公开说明：/);
    expect(text).toContain('撤销公示');
  }
  expect(shown[1]).toContain(`<entry><id>${id}</id><title>【撤销公示】`);
  expect(id).toMatch(/^urn:uuid:/);
});

test('what a result means, whom to ask by which number, and by when it is corrected', async () => {
  await change(`UPDATE department SET phone = '0518-99901234' WHERE code = 'SCJG'`);
  await publish(site, 'SCJG', { at, code: 'A' });
  const { text } = await get('/public/results/1');
  expect(words(mainOf(text))).toMatch(/检查结果 发现问题待后续处理 .*正在依法处理/);
  expect(words(asideOf(text))).toMatch(/灌云县市场监督管理局。 电话： 0518-99901234 .*公示编号 1。.*5 个工作日内更正/);
});

test.each([
  ['/public/nothing', 404],
  ['/public/results/999999', 404],
  ['/public/results/x', 404],
  ['/public/checks/320723-2026-L9999', 404],
  ['/public/items/NO-1', 404],
  ['/public/results/%00', 404],
  ['/public/results/%E0%A4%A', 404],
])('%s is not found in the frame of the public site', async (path, status) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain('app-body--public');
  expect(words(mainOf(answer.text))).toContain('没有找到这个页面');
  expect(mainOf(answer.text)).not.toContain('href="/"');
  expect(answer.headers['location']).toBeUndefined();
});

test('a program is told the same as a problem', async () => {
  const { status, body, type } = await get('/public/results/999999?format=json');
  expect({ status, type, code: (body as { code: string }).code }).toEqual({
    status: 404,
    type: 'application/problem+json',
    code: 'NOT_FOUND',
  });
});

test('a code that found nothing is answered in words, with those near it', async () => {
  await publish(site, 'SCJG', { at });
  await change(`UPDATE publication SET uscc = '91320723MA1A000165'`);
  const said = async (q: string) => words((await get(`${paths.publicResults}?q=${encodeURIComponent(q)}`)).text);
  expect(await said('91320723MA1A000156')).toMatch(/校验不符.*相近的代码： 91320723MA1A000165/);
  expect(await said('9132072MA1A000165')).toContain('您输入的是17位');
  expect(await said('91320723MAIA000165')).toContain('您输入的代码中有 I');
  expect(await said('没有这样的店')).toMatch(/没有找到与“没有这样的店”相符的公示结果.*不等于没有检查过/);
});

test('search engines, other sites and readers of lists are told what they need', async () => {
  const robots = (await get(paths.robots)).text;
  expect(robots).toMatch(/Allow: \/public\n[\s\S]*Disallow: \/public\/results\?q=\n[\s\S]*Disallow: \/\n/);
  expect((await get('/sign-in')).headers['x-robots-tag']).toBe('noindex');
  for (const path of [paths.publicResults, paths.publicItems, paths.publicChecks, paths.publicDraws])
    expect((await get(path)).text).toMatch(/<meta name="description" content="[^"]{10,}">/);
  for (const path of [`${paths.publicResults}?format=json`, `${paths.publicItems}?format=csv`, paths.publicFeed]) {
    const { headers } = await get(path);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(headers['set-cookie']).toBeUndefined();
  }
  const asked = await site.nobody().options(paths.publicResults).set('Access-Control-Request-Headers', 'x-asked');
  expect([asked.status, asked.headers['access-control-allow-headers']]).toEqual([204, 'x-asked']);
  expect((await site.nobody().head(`${paths.publicResults}?format=csv`)).status).toBe(200);
});

test('items say basis, objects, content, method, ratio and level; a plan says objects and numbers', async () => {
  const items: Record<string, string>[] = parse((await get(`${paths.publicItems}?format=csv`)).text, {
    bom: true,
    columns: true,
  });
  expect(items.length).toBeGreaterThan(100);
  for (const head of ['依据', '抽查对象', '内容', '方式', '比例频次', '实施层级'])
    expect(items[0]).toHaveProperty(head);
  const page = words((await get(`/public/items/${items[0]?.['编号']}`)).text);
  expect(page).toContain(items[0]?.['依据']);
  expect(page).toContain(items[0]?.['抽查对象']);

  const { id } = site.find('joint-check', 'underway');
  await change(
    `UPDATE official_case SET state = jsonb_set(state, '{decision}', '{"outcome": "approve", "conditions": [], "by": "x", "at": "2026-11-01T00:00:00.000Z", "decidedBy": "x", "decidedAt": "2026-11-01T00:00:00.000Z"}') WHERE id = $1`,
    [id],
  );
  const plan = words((await get(`/public/checks/${id.split('/')[1]}`)).text);
  expect(plan).toMatch(
    /审定时间 2026年11月1日 .*抽查对象 不限 抽取比例或者数量 .*抽查基数 抽取前锁定名单后公布 抽取数量 检查完成后公布/,
  );
});

test('a plan shows its draw, what was published of it and why it ended; the reason written inside is nowhere', async () => {
  const { id } = site.find('joint-check', 'underway');
  const [, number = ''] = id.split('/');
  const [before]: { state: unknown; stage: string; title: string }[] = await change(
    `SELECT state, stage, title FROM official_case WHERE id = $1`,
    [id],
  );
  const end = (ending: Record<string, unknown>) =>
    change(`UPDATE official_case SET stage = 'terminated', state = state || $2::jsonb WHERE id = $1`, [
      id,
      { decision: { outcome: 'approve', decidedAt: '2026-11-01T00:00:00.000Z' }, ending },
    ]);
  await publish(site, 'SCJG', { at });
  await change(`UPDATE publication SET check_id = $1`, [id]);
  const [batch]: { number: string; parent: string; before: unknown }[] = await change(
    `SELECT number, parent_id AS parent, state AS before FROM official_case WHERE kind = 'draw' ORDER BY id LIMIT 1`,
  );
  const drawIs = (parent: unknown, state: unknown) =>
    change(`UPDATE official_case SET parent_id = $2, state = $3 WHERE kind = 'draw' AND number = $1`, [
      batch?.number,
      parent,
      state,
    ]);
  await drawIs(id, { prkHash: 'aa', resultHash: 'bb', drawnBy: { at: '2026-11-02T00:00:00.000Z' } });
  try {
    await end({ reason: inner, publicNote: note, by: 'x', at: '2026-11-20T00:00:00.000Z' });
    const page = words((await get(`/public/checks/${number}`)).text);
    expect(page).toContain('终止时间 2026年11月20日');
    expect(page).toContain(`公开说明 ${note}`);
    expect(page).toMatch(/已公示的检查结果 \S+ 1 条 查看全部 1 条/);
    expect(page).toContain(`${batch?.number}（2026年11月2日 08:00）`);
    expect(page).not.toContain(inner);
    const list = (await get(`${paths.publicResults}?check=${number}`)).text;
    expect(words(list)).toContain('只列本次抽查的结果');
    expect(words(list)).toContain('共 1 条');
    expect(list).toContain(`check&#x3D;${number}&amp;format&#x3D;csv`);
    const file = { csv: '', json: '' };
    for (const format of ['csv', 'json'] as const)
      file[format] = (await get(`${paths.publicChecks}?format=${format}`)).text;
    expect(file.csv).toContain(note);
    expect(file.json).toContain(note);
    expect(file.csv + file.json + (await get(`/public/checks/${number}?format=json`)).text).not.toContain(inner);
    // Written before these texts were asked for what must not go public.
    const card = '320723198501011239';
    expect(holdsCard(card)).toBe(true);
    await change(
      `UPDATE official_case SET title = $2, state = jsonb_set(jsonb_set(state, '{scheme,title}', to_jsonb($2::text)), '{scheme,purpose}', to_jsonb($2::text)) WHERE id = $1`,
      [id, `对${card}的抽查`],
    );
    await end({ reason: inner, publicNote: `当事人 ${card} 已迁出`, by: 'x', at: '2026-11-20T00:00:00.000Z' });
    for (const path of [
      `/public/checks/${number}`,
      `/public/checks/${number}?format=json`,
      ...['', '?format=csv', '?format=json'].flatMap((form) => [
        paths.publicChecks + form,
        paths.publicDraws + form,
        paths.publicResults + form,
      ]),
      `${paths.publicResults}?check=${number}`,
      paths.publicFeed,
    ]) {
      const answer = await get(path);
      expect([path, answer.status, answer.text.includes(card)]).toEqual([path, 200, false]);
    }
    const shown = await get(`/public/checks/${number}`);
    expect(words(shown.text)).toContain('对320723************的抽查');
    expect(words(shown.text)).toContain('当事人 320723************ 已迁出');
    // Checks that ended before there was a word for the public.
    await end({ reason: inner, by: 'x', at: '2026-11-20T00:00:00.000Z' });
    expect(words((await get(`/public/checks/${number}`)).text)).toContain('公开说明 办理时没有写公开说明');
    expect((await get(`${paths.publicResults}?check=320723-2026-L9999`)).status).toBe(404);
  } finally {
    await drawIs(batch?.parent, batch?.before);
    await change(`UPDATE official_case SET state = $2, stage = $3, title = $4 WHERE id = $1`, [
      id,
      before?.state,
      before?.stage,
      before?.title,
    ]);
  }
});

test('a plan keeps the names that its departments had when it was approved', async () => {
  const { number } = site.find('joint-check', 'completed') as { number: string };
  await change(
    `UPDATE official_case SET state = jsonb_set(state, '{decision}', '{"outcome": "approve", "decidedAt": "2026-11-01T00:00:00.000Z"}') WHERE number = $1`,
    [number],
  );
  await change(
    `INSERT INTO register_change (register, subject_id, version, at, actor, cause, before, after, act_id)
     SELECT 'department', code, 2, '2026-11-15', 'x', 'amended', jsonb_build_object('name', name), '{"name": "县新局"}', 0 FROM department WHERE code = 'WJW'`,
  );
  const [unit]: { name: string }[] = await change(`SELECT name FROM department WHERE code = 'WJW'`);
  const name = unit?.name ?? '';
  await change(`UPDATE department SET name = '县新局' WHERE code = 'WJW'`);
  try {
    for (const path of [`/public/checks/${number}`, paths.publicChecks, `${paths.publicChecks}?format=csv`]) {
      const { text } = await get(path);
      expect(text).toContain(name);
      expect(text).not.toContain('县新局');
    }
  } finally {
    await change(`UPDATE department SET name = $1 WHERE code = 'WJW'`, [name]);
    await change(`DELETE FROM register_change WHERE act_id = 0`);
  }
});

test('every export of the product has its days and hours in local time', async () => {
  await publish(site, 'SCJG', { at });
  const { id } = site.find('joint-check', 'underway');
  const supervisor = await site.as('supervisor');
  const files = [
    ...[paths.publicResults, paths.publicChecks, paths.publicDraws, paths.publicItems].map((path) =>
      get(`${path}?format=csv`),
    ),
    ...[paths.publicResults, paths.publicChecks, paths.publicDraws, paths.publicItems].map((path) =>
      get(`${path}?format=json`),
    ),
    get(paths.publicFeed),
    ...['csv', 'json'].flatMap((format) => [
      supervisor.get(`${paths.supervision}?format=${format}`),
      supervisor.get(`/supervision/${id}?format=${format}&show=acts`),
    ]),
  ];
  for (const { status, text, headers } of await Promise.all(files)) {
    expect(status).toBe(200);
    expect(text).not.toMatch(/\d{2}:\d{2}:\d{2}(\.\d+)?Z/);
    expect(headers['content-type']).toMatch(/utf-8|xml/);
  }
  const cases: Record<string, string>[] = parse((await supervisor.get(`${paths.supervision}?format=csv`)).text, {
    bom: true,
    columns: true,
  });
  expect(cases[0]?.['登记时间']).toMatch(/^2026-11-20 10:00:00$/);
  expect(cases).toHaveLength(site.cases.length);
});
