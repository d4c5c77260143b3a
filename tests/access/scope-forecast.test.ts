import { randomUUID } from 'node:crypto';
import { roles } from './addresses';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

const fresh = '/new/jointCheck.propose';
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const one = async <R>(sql: string): Promise<R | undefined> => ((await site.county.dataSource.query(sql)) as R[])[0];
const active = async (condition: string) =>
  (await one<{ n: number }>(`SELECT count(*)::int AS n FROM check_object WHERE status = 'active' AND ${condition}`))
    ?.n ?? 0;

/** What the page answers to the button without script, and what it answers its script. */
async function counted(typed: Record<string, unknown>, address = fresh) {
  const agent = await site.as(roles.leadHandler);
  const _csrf = tokenIn((await agent.get(address)).text);
  const page = await agent
    .post(address)
    .type('form')
    .send({ _csrf, submissionId: randomUUID(), ...typed, _forecast: 'count' });
  const part = await agent
    .post('/joint-checks/scope-forecast')
    .type('form')
    .send({ _csrf, ...typed });
  expect([page.status, part.status]).toEqual([200, 200]);
  const shown = words(part.text).trim();
  expect(words(page.text)).toContain(shown);
  return { html: page.text, shown };
}

test('the page tells how many objects a scope holds by risk class, and how many would be drawn', async () => {
  const [all, a, d] = await Promise.all([active('TRUE'), active(`risk_class = 'A'`), active(`risk_class = 'D'`)]);
  const { shown } = await counted({ 'ratio[A][percent]': '1.5', 'ratio[D][count]': '1' });
  expect(shown).toContain(`范围内现有 ${all} 户，按所填比例和户数将抽取 ${Math.ceil((a * 150) / 10_000) + 1} 户。`);
  expect(shown).toContain(`A类（信用风险低） ${a} ${Math.ceil((a * 150) / 10_000)} `);
  expect(shown).toContain(`D类（信用风险高） ${d} 1 `);
  expect(shown).toMatch(/B类（信用风险一般） \d+ 不抽/);
  const opened = await (await site.as(roles.leadHandler)).get(fresh);
  // Nothing is typed yet: the county's usual ratios stand there, and what they would draw.
  const usual: [string, number][] = [
    ['A', 100],
    ['B', 200],
    ['C', 1000],
    ['D', 3000],
  ];
  const each = await Promise.all(
    usual.map(async ([grade, ratio]) => Math.ceil(((await active(`risk_class = '${grade}'`)) * ratio) / 10_000)),
  );
  expect(words(opened.text)).toContain(
    `范围内现有 ${all} 户，按所填比例和户数将抽取 ${each.reduce((sum, drawn) => sum + drawn, 0)} 户。`,
  );
});

test('kinds, towns, industries and tags narrow it, ticked and written tags alike', async () => {
  const tags =
    (await one<{ tags: string[] }>(`SELECT array_agg(DISTINCT tag) AS tags FROM check_object, unnest(tags) tag`))
      ?.tags ?? [];
  const [ticked = '', written = ''] = tags;
  const { shown, html } = await counted({
    'scheme[scope][kinds][]': 'enterprise',
    'scheme[scope][knownTags][]': ticked,
    // The ticked one again, and the other as it is copied from elsewhere: one tag each.
    'scheme[scope][tags]': `${[...ticked].join('\u200b')}、${[...written].join('\u00ad')}、没有这个标签`,
  });
  expect(shown).toContain(
    `范围内现有 ${await active(`kind = 'enterprise' AND tags && ARRAY['${ticked}', '${written}']`)} 户`,
  );
  expect(html).toMatch(new RegExp(`name="scheme\\[scope\\]\\[knownTags\\]\\[\\]"[^>]*value="${ticked}"[^>]* checked`));
  expect(html).toContain('value="没有这个标签"');
  const town =
    (await one<{ division: string }>(`SELECT division FROM check_object WHERE status = 'active' LIMIT 1`))?.division ??
    '';
  const narrowed = await counted({ 'scheme[scope][divisions][]': town, 'scheme[scope][industries][]': 'H' });
  expect(narrowed.shown).toContain(
    `范围内现有 ${await active(`division LIKE '${town}%' AND left(industry, 2) IN ('61', '62')`)} 户`,
  );
});

test('nothing there, more than there is, and ratios that draw nothing are said in words', async () => {
  expect((await counted({ 'scheme[scope][tags]': '没有这个标签', 'ratio[A][count]': '3' })).shown).toContain(
    '范围内没有检查对象，方案不能提交。请放宽范围。',
  );
  const d = await active(`risk_class = 'D'`);
  const { shown } = await counted({ 'ratio[D][count]': String(d + 1) });
  expect(shown).toContain(`D类（信用风险高）填了 ${d + 1} 户，范围内只有 ${d} 户，最多抽取 ${d} 户。`);
  expect((await counted({ 'ratio[D][count]': String(d) })).shown).not.toContain('填了');
  expect((await counted({ 'ratio[B][percent]': '0' })).shown).toContain('不会抽到任何对象');
});

test('counting keeps what was typed, asks no case for anything, and is not stopped by what is not filled in yet', async () => {
  site.asked.splice(0);
  const { html } = await counted({
    'scheme[title]': '试算',
    'scheme[purpose]': '先看户数',
    'task[WJW][officers]': '4',
    'ratio[C][percent]': '12.5',
    'scheme[windowFrom]': '2027-01-04',
  });
  for (const kept of ['value="试算"', '>先看户数</textarea>', 'value="12.5"', 'value="2027-01-04"'])
    expect(html).toContain(kept);
  expect(html).not.toContain('govuk-error-summary');
  expect(site.asked).toEqual([]);
});

test.each([
  ['scheme[scope][tags]', '长'.repeat(41), '范围填写有误'],
  ['scheme[scope][knownTags][x][y]', 'z', '范围内现有'],
  ['scheme[scope][divisions][]', "x'; DROP TABLE check_object; --", '范围填写有误'],
  ['scheme[scope][kinds][]', 'nothing', '范围填写有误'],
  ['scheme[scope]', 'nothing', '范围内现有'],
  ['scheme', 'nothing', '范围内现有'],
  ['ratio[A][percent]', '一半', '有的比例或户数填写有误，未计入'],
  ['ratio[A][count]', '99999999999999999999', '有的比例或户数填写有误，未计入'],
])('%s = %s is answered, not failed', async (field, value, said) => {
  expect((await counted({ [field]: value })).shown).toContain(said);
});

test('the form for a revision counts the scope that stands in the case, and what is typed over it', async () => {
  const address = `/cases/${site.find('joint-check', 'returned').id}/acts/jointCheck.revise`;
  const agent = await site.as(roles.leadHandler);
  const all = await active('TRUE');
  expect(words((await agent.get(address)).text)).toContain(`范围内现有 ${all} 户，按所填比例和户数将抽取 1 户`);
  const { html } = await counted(
    { version: '1', reason: '范围过宽', 'scheme[scope][kinds][]': 'cooperative', 'ratio[C][count]': '1' },
    address,
  );
  expect(words(html)).toContain(`范围内现有 ${await active(`kind = 'cooperative'`)} 户`);
  expect(html).toContain('>范围过宽</textarea>');
});

test('only who may propose counts, and not without the form’s token', async () => {
  for (const [role, username] of Object.entries(roles)) {
    const agent = await site.as(username);
    const _csrf = tokenIn((await agent.get('/account/sessions')).text);
    const { status } = await agent.post('/joint-checks/scope-forecast').type('form').send({ _csrf });
    expect(`${role} ${status}`).toBe(`${role} ${role.endsWith('Handler') && role !== 'officeHandler' ? 200 : 403}`);
    expect((await agent.post('/joint-checks/scope-forecast').type('form').send({})).status).toBe(403);
  }
});

test('what the county usually does fills a proposal that nobody has begun, by the settings of the day', async () => {
  const change = async (key: string, value: unknown) =>
    site.county.dataSource.query(
      `INSERT INTO setting (key, holds_from, value, source, version) VALUES ($1, '2001-01-01', $2, '会议决定', 2)`,
      [key, JSON.stringify(value)],
    );
  const agent = await site.as(roles.leadHandler);
  const value = (html: string, name: string) =>
    new RegExp(`name="${name.replace(/[[\]]/g, '\\$&')}"[^>]*? value="([^"]*)"`).exec(html)?.[1];
  const shown = async () => {
    const { text } = await agent.get(fresh);
    return [
      value(text, 'ratio[D][percent]'),
      value(text, 'task[WJW][officers]'),
      /id="scheme-excludeOpenChecks"[^>]* checked/.test(text),
    ];
  };
  expect(await shown()).toEqual(['30', '2', true]);
  await change('draw.riskRatios', { A: 50, B: 200, C: 1000, D: 4500 });
  await change('draw.officersPerDepartment', 3);
  await change('draw.excludeOpenChecks', false);
  expect(await shown()).toEqual(['45', '3', false]);
  // What somebody typed or left empty stays so.
  const { html } = await counted({ 'ratio[C][count]': '2' });
  expect([value(html, 'ratio[D][percent]'), value(html, 'ratio[C][count]')]).toEqual(['', '2']);
});
