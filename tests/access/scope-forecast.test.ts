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

/** Those of which the lead reads class and tags. */
const seen = (condition: string, department = 'SCJG') =>
  active(
    `('${department}' = ANY(responsible_departments) OR id IN (SELECT object_id FROM visit_result WHERE department = '${department}')) AND ${condition}`,
  );

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
  const [all, a, d] = await Promise.all([active('TRUE'), seen(`risk_class = 'A'`), seen(`risk_class = 'D'`)]);
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
    usual.map(async ([grade, ratio]) => Math.ceil(((await seen(`risk_class = '${grade}'`)) * ratio) / 10_000)),
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
    `范围内现有 ${await seen(`kind = 'enterprise' AND tags && ARRAY['${ticked}', '${written}']`)} 户`,
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
    '范围内没有本部门有权查看的检查对象。请核对范围。',
  );
  const everyIndustry = { 'scheme[scope][divisions][]': '320723999' };
  expect((await counted({ ...everyIndustry, 'ratio[A][count]': '3' })).shown).toContain(
    '范围内没有检查对象，方案不能提交。请放宽范围。',
  );
  const all = await active('TRUE');
  expect((await counted({ 'ratio[all][count]': String(all + 1) })).shown).toContain(
    `填了 ${all + 1} 户，范围内只有 ${all} 户，最多抽取 ${all} 户。`,
  );
  expect((await counted({ 'ratio[all][count]': String(all) })).shown).not.toContain('填了');
  expect((await counted({ 'ratio[all][percent]': '0' })).shown).not.toContain('填了');
});

test('a department is told of classes and tags only where the register tells it, however narrow the scope', async () => {
  const agent = await site.as('wjw-handler');
  const _csrf = tokenIn((await agent.get(fresh)).text);
  const ask = async (typed: Record<string, unknown>) =>
    words(
      (
        await agent
          .post('/joint-checks/scope-forecast')
          .type('form')
          .send({ _csrf, ...typed })
      ).text,
    );
  const [all, own] = await Promise.all([active('TRUE'), seen('TRUE', 'WJW')]);
  expect(own).toBeLessThan(all);
  const shown = await ask({ 'ratio[A][percent]': '100', 'ratio[C][count]': '99999' });
  expect(shown).toContain(`范围内现有 ${all} 户`);
  expect(shown).toContain(`其中${all - own}户的信用风险分类和标签本部门无权查看`);
  const a = await seen(`risk_class = 'A'`, 'WJW');
  expect(shown).toContain(`A类（信用风险低） ${a} ${a} `);
  // That there are too few of a class would tell how many there are.
  expect(shown).not.toContain('填了');
  // A tag that others' firms bear is found in none, as in the register; and it is not offered to be ticked.
  const strange = await one<{ tag: string }>(
    `SELECT tag FROM check_object o, unnest(tags) tag GROUP BY tag HAVING NOT bool_or('WJW' = ANY(responsible_departments) OR id IN (SELECT object_id FROM visit_result WHERE department = 'WJW')) LIMIT 1`,
  );
  expect(await ask({ 'scheme[scope][tags]': strange?.tag })).toContain('范围内现有 0 户');
  expect((await agent.get(fresh)).text).not.toContain(`value="${strange?.tag}"`);
  const listed = await agent.get(`/registers/objects?tag=${encodeURIComponent(strange?.tag ?? '')}`);
  expect(words(listed.text)).toContain('共 0 户');
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

describe('in steps', () => {
  const item = async (department: string) =>
    (
      await one<{ code: string }>(
        `SELECT code FROM check_item WHERE department = '${department}' AND active ORDER BY code LIMIT 1`,
      )
    )?.code ?? '';
  const field = (html: string, name: string) =>
    new RegExp(`name="${name.replace(/[[\]]/g, '\\$&')}"[^>]*? value="([^"]*)"`).exec(html)?.[1];
  const open = (html: string) =>
    ['time', 'tasks', 'scope', 'review'].filter((step) => new RegExp(`aria-labelledby="step-${step}">`).test(html));
  async function send(typed: Record<string, unknown>, steps: string, address = fresh) {
    const agent = await site.as(roles.leadHandler);
    const html = (await agent.get(address)).text;
    return agent
      .post(address.replace(/\?.*/, ''))
      .type('form')
      .send({
        _csrf: tokenIn(html),
        submissionId: randomUUID(),
        _draft: field(html, '_draft'),
        _steps: steps,
        ...typed,
      });
  }
  const drop = () => site.county.dataSource.query('DELETE FROM draft');
  afterEach(drop);
  const time = {
    'scheme[title]': '分步拟定的联合抽查',
    'scheme[windowFrom]': '2099-01-04',
    'scheme[windowTo]': '2099-03-01',
  };

  test('each step leads on when it is right, says what is wrong when it is not, and both ways keep everything', async () => {
    const agent = await site.as(roles.leadHandler);
    expect(open((await agent.get(fresh)).text)).toEqual(['time']);
    const wrong = await send({ ...time, 'scheme[windowTo]': '2098-01-01', _step: 'next' }, 'time');
    expect([wrong.status, open(wrong.text)]).toEqual([422, ['time']]);
    // Only what belongs to this step is asked for: nobody has come to the items yet.
    expect(wrong.text.match(/<a href="#scheme[^"]*"/g)).toEqual(['<a href="#scheme-windowTo"']);

    const on = await send({ ...time, 'ratio[C][count]': '2', _step: 'next' }, 'time');
    expect(on.status).toBe(303);
    expect(on.headers['location']).toMatch(/^\/new\/jointCheck\.propose\?draft=[0-9a-f-]+&step=tasks$/);
    const second = (await agent.get(on.headers['location'] ?? '')).text;
    expect(open(second)).toEqual(['tasks']);
    expect([field(second, 'scheme[title]'), field(second, 'ratio[C][count]')]).toEqual(['分步拟定的联合抽查', '2']);
    // Back, or to any other step: nothing is asked, nothing is lost.
    const back = await send({ 'scheme[title]': '改过的名称', _step: 'time' }, 'tasks');
    expect(back.status).toBe(303);
    expect(field((await agent.get(back.headers['location'] ?? '')).text, 'scheme[title]')).toBe('改过的名称');
    const none = await send({ ...time, _step: 'next' }, 'tasks');
    expect([none.status, open(none.text)]).toEqual([422, ['tasks']]);
  });

  test('a row with both a ratio and a number says so beside the row, whichever button was pressed', async () => {
    const both = { ...time, 'ratio[A][percent]': '3', 'ratio[A][count]': '4', 'ratio[B][percent]': '2' };
    for (const button of [{ _step: 'next' }, { _forecast: 'count' }]) {
      const { text } = await send({ ...both, ...button }, 'scope');
      expect(text).toMatch(/data-both="A">只填比例或者户数中的一项</);
      expect(text).toMatch(/data-both="B" hidden>/);
      expect([field(text, 'ratio[A][percent]'), field(text, 'ratio[A][count]')]).toEqual(['3', '4']);
    }
  });

  test('items are looked for and taken out again without script, and what is ticked stays in sight', async () => {
    const [mine, theirs] = await Promise.all([item('SCJG'), item('WJW')]);
    const ticked = { 'task[SCJG][items][]': mine, 'task[WJW][items][]': theirs };
    const found = (await send({ ...ticked, _item: '没有这样的事项', _findItem: 'find' }, 'tasks')).text;
    expect(found).toContain('没有相符的事项');
    for (const code of [`SCJG:${mine}`, `WJW:${theirs}`]) expect(found).toContain(`name="_dropItem" value="${code}"`);
    const less = (await send({ ...ticked, _dropItem: `WJW:${theirs}` }, 'tasks')).text;
    expect(less).toContain(`name="_dropItem" value="SCJG:${mine}"`);
    expect(less).not.toContain(`name="_dropItem" value="WJW:${theirs}"`);
  });

  test('what a whole proposal lacks opens the steps in which it is mended', async () => {
    const { status, text } = await send({ ...time, 'scheme[title]': '' }, 'review');
    expect(status).toBe(422);
    expect(open(text)).toEqual(['time', 'tasks', 'scope', 'review']);
    expect(text).toContain('href="#scheme-title"');
  });

  test('a copy takes all but name and time, and names what has ended; another department’s check is nobody’s to copy', async () => {
    const check = site.find('joint-check', 'completed') as unknown as {
      number: string;
      scheme: { title: string; tasks: { department: string; items: string[] }[] };
    };
    const agent = await site.as(roles.leadHandler);
    const list = await agent.get('/joint-checks/to-copy');
    expect(list.text).toContain(`/new/jointCheck.propose?copy&#x3D;${check.number}"`);
    const [task] = check.scheme.tasks;
    const [code = ''] = task?.items ?? [];
    await site.county.dataSource.query('UPDATE check_item SET active = false WHERE code = $1', [code]);
    try {
      const { text } = await agent.get(`/new/jointCheck.propose?copy=${check.number}`);
      expect(open(text)).toEqual(['time', 'review']);
      expect([field(text, 'scheme[title]'), field(text, 'scheme[windowFrom]')]).toEqual([undefined, undefined]);
      expect(words(text)).toContain('以下内容已停用，没有带入');
      expect(words(text)).toContain('（已停用或者不再列入联合抽查）');
      expect(text).not.toMatch(new RegExp(`value="${code}"[^>]* checked`));
      const rest = check.scheme.tasks.flatMap((one) => one.items).filter((one) => one !== code);
      for (const one of rest) expect(text).toMatch(new RegExp(`value="${one}" checked`));
    } finally {
      await site.county.dataSource.query('UPDATE check_item SET active = true WHERE code = $1', [code]);
    }
    expect((await (await site.as('nync-handler')).get(`/new/jointCheck.propose?copy=${check.number}`)).status).toBe(
      404,
    );
    expect((await (await site.as(roles.leadLeader)).get('/joint-checks/to-copy')).status).toBe(403);
  });

  test('the register leads to a proposal with the tag that it is filtered by', async () => {
    const agent = await site.as(roles.leadHandler);
    const { text } = await agent.get(`/registers/objects?tag=${encodeURIComponent('餐饮单位')}`);
    expect(text).toContain('以标签“餐饮单位”发起联合抽查');
    const begun = (await agent.get(`/new/jointCheck.propose?tag=${encodeURIComponent('餐饮单位')}`)).text;
    expect(begun).toMatch(/value="餐饮单位"[^>]* checked/);
    expect(words(begun)).toContain(`范围内现有 ${await seen(`'餐饮单位' = ANY(tags)`)} 户`);
  });

  test('a revision by form drops nothing of a scheme that programs wrote', async () => {
    const { id } = site.find('joint-check', 'returned');
    await site.county.dataSource.query(
      `UPDATE official_case SET state = jsonb_set(state, '{scheme,scope}', $2) WHERE id = $1`,
      [id, JSON.stringify({ kinds: [], tags: [], riskClasses: ['C'], divisions: ['320723'], industries: ['6210'] })],
    );
    const { text } = await (await site.as(roles.leadHandler)).get(`/cases/${id}/acts/jointCheck.revise`);
    expect(text).toContain('name="scheme[scope][riskClasses][]" value="C"');
    for (const code of ['320723', '6210']) expect(text).toMatch(new RegExp(`value="${code}" checked`));
  });
});
