import { randomUUID } from 'node:crypto';
import { contactOf } from '../../services/documents/paper-facts';
import { CountySite, tokenIn } from './county-site';
import { fieldsOf } from './fields-of';

let site: CountySite;
let object: string;
let officer: string;
beforeAll(async () => {
  site = await CountySite.open();
  object = await first(
    `SELECT id FROM check_object WHERE responsible_departments @> '{SCJG}' AND NOT responsible_departments @> '{WJW}' AND uscc IS NOT NULL ORDER BY id LIMIT 1`,
  );
  officer = await first(`SELECT id FROM inspector WHERE department = 'SCJG' ORDER BY staff_no LIMIT 1`);
});
afterAll(() => site?.close());

const query = <T>(sql: string, parameters: unknown[] = []) =>
  site.county.dataSource.query(sql, parameters) as Promise<T[]>;
const first = async (sql: string) => (await query<{ id: string }>(sql))[0]?.id ?? '';
const pages = () => ({
  object: `/registers/objects/${object}/edit`,
  officer: `/registers/inspectors/${officer}/edit`,
  item: '/registers/items/SCJG-CC001/edit',
  'new item': '/registers/items/new',
  unit: '/registers/departments/SCJG/edit',
});
type PageOf = keyof ReturnType<typeof pages>;

async function open(username: string, page: PageOf) {
  const answer = await (await site.as(username)).get(pages()[page]);
  return { status: answer.status, text: answer.text, fields: fieldsOf(answer.text), token: tokenIn(answer.text) };
}
async function send(username: string, page: PageOf, fields: object) {
  return (await site.as(username)).post(pages()[page]).type('form').send(fields);
}
async function save(username: string, page: PageOf, changes: object) {
  const { fields } = await open(username, page);
  return send(username, page, { ...fields, reason: '来函核实', ...changes });
}

const may: Record<PageOf, string[]> = {
  object: ['scjg-handler', 'office-handler'],
  officer: ['scjg-handler', 'scjg-leader', 'office-handler'],
  item: ['scjg-handler', 'office-handler'],
  'new item': ['scjg-handler', 'wjw-handler', 'office-handler'],
  unit: ['office-handler', 'system-admin'],
};
const everybody = [
  'scjg-handler',
  'scjg-leader',
  'scjg-liaison',
  'scjg-inspector-1',
  'wjw-handler',
  'wjw-leader',
  'office-handler',
  'office-director',
  'supervisor',
  'system-admin',
  'security-admin',
  'audit-admin',
];

test('a change of a firm reads as it was and as it is, on its page and above its form, and nothing else with it', async () => {
  const address = pages().object;
  expect((await open('scjg-handler', 'object')).text).not.toContain('app-last-change');
  expect((await save('scjg-handler', 'object', { address: '灌云县<新>路1号' })).status).toBe(303);
  const page = (await (await site.as('scjg-handler')).get(address.replace(/\/edit$/, ''))).text;
  for (const text of [page.slice(page.indexOf('id="history"')), (await open('scjg-handler', 'object')).text]) {
    const change = /app-field-changes">([\s\S]*?)<\/ul>/.exec(text)?.[1] ?? '';
    expect(change.match(/<li>/g)).toHaveLength(1);
    expect(change).toMatch(
      /<del class="app-was">[\s\S]*<\/del> <ins class="app-now">[\s\S]*灌云县&lt;新&gt;路1号<\/ins>/,
    );
  }
});

describe.each(Object.keys(may) as PageOf[])('the page of the %s', (page) => {
  test('opens for those who may change it, shows the button to them alone, and takes nothing from others', async () => {
    const wrong: string[] = [];
    const counted = () =>
      query('SELECT (SELECT count(*) FROM register_change) AS changes, (SELECT count(*) FROM acts) AS acts');
    const before = await counted();
    for (const username of everybody) {
      const { status } = await open(username, page);
      const token = tokenIn((await (await site.as(username)).get('/')).text);
      const posted = may[page].includes(username)
        ? undefined
        : (
            await send(username, page, {
              _csrf: token,
              version: '1',
              reason: '不该成功',
              objectName: '甲',
              unitName: '甲',
              cause: 'abolished',
              effectiveFrom: '2026-11-20',
            })
          ).status;
      const shown = await (await site.as(username)).get(pages()[page].replace(/\/(edit|new)$/, ''));
      if (shown.text.includes(`href="${pages()[page]}"`) !== may[page].includes(username))
        wrong.push(`${username} button`);
      if (
        may[page].includes(username)
          ? status !== 200
          : ![403, 404].includes(status) || ![403, 404].includes(posted ?? 0)
      )
        wrong.push(`${username} ${status} ${posted}`);
    }
    expect(wrong).toEqual([]);
    expect(await counted()).toEqual(before);
  });

  test('asks for a reason, keeps what was typed, and saves nothing without it', async () => {
    const by = may[page][0] ?? '';
    const answer = await save(by, page, {
      reason: ' ',
      phone: '0518-12345678',
      method: '手写的方式',
      sector: '手写的领域',
      specialisms: '手写的专长',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#reason"');
    expect(answer.text).toMatch(/0518-12345678|手写的/);
  });

  test('control characters, texts of wrong type and without end are a clear answer', async () => {
    const by = may[page][0] ?? '';
    const text = {
      object: 'objectName',
      officer: 'officerName',
      item: 'itemName',
      'new item': 'itemName',
      unit: 'unitName',
    }[page];
    for (const value of ['甲\u0007乙', '长'.repeat(5000), ['一', { 二: '三' }], '']) {
      const answer = await save(by, page, { [text]: value });
      expect(`${JSON.stringify(value).slice(0, 20)} ${answer.status}`).toBe(
        `${JSON.stringify(value).slice(0, 20)} 422`,
      );
      expect(answer.text).toContain(`href="#${text}"`);
    }
    const renamed = {
      [text]: '灌云𠮷〇' + randomUUID().slice(0, 8),
      content: '=1+1',
      department: 'SCJG',
      category: '测试',
      objectType: '企业',
      cause: 'amended',
    };
    if (page === 'object' || page === 'officer') {
      const asked = await save(by, page, renamed);
      expect(asked.status).toBe(422);
      expect(asked.text).toContain('href="#affirmed"');
    }
    expect((await save(by, page, { ...renamed, affirmed: 'on' })).status).toBe(303);
  });
});

describe('a form that is out of date', () => {
  test.each<[PageOf, string, object]>([
    ['object', 'scjg-handler', { phone: '0518-1' }],
    ['officer', 'scjg-leader', { specialisms: '计量' }],
    ['item', 'scjg-handler', { cause: 'amended', method: '书面' }],
    ['unit', 'system-admin', { sector: '市场监管、知识产权' }],
  ])('%s: overwrites nobody and says so', async (page, by, changes) => {
    const early = await open(by, page);
    expect(
      (
        await save('office-handler', page, {
          ...changes,
          note: `先到 ${page}`,
          phone: '0518-88880002',
          sector: '先到',
          dutyStatus: 'seconded',
          method: '先到',
          cause: 'amended',
        })
      ).status,
    ).toBe(303);
    const late = await send(by, page, { ...early.fields, reason: '后到', ...changes });
    expect([late.status, late.text.includes('他人已先作修改')]).toEqual([409, true]);
    // Mine beside theirs: tests/access/conflicts.test.ts.
    expect(late.text).toMatch(/先到|0518-88880002|借调/);
  });

  test('marks that nobody sees are taken away and told with the notice; a character of private use is told at its field', async () => {
    const agent = await site.as('scjg-handler');
    const told = async (text: string) => {
      const answer = await save('scjg-handler', 'officer', { specialisms: text });
      return [
        answer.status,
        answer.status === 303 ? (await agent.get(answer.headers.location as string)).text : answer.text,
      ] as const;
    };
    const [sent, page] = await told('食\u200b品\u2060检验');
    expect([sent, page.includes('看不见的字符 U+200B、U+2060，已去掉')]).toEqual([303, true]);
    expect(page).toContain('食品检验');
    const [refused, form] = await told('灌云\ue863');
    expect([refused, form.includes('href="#specialisms')]).toEqual([422, true]);
    expect(form).toMatch(/第3字是私用区字符 U\+E863.*应为“䶮”（U\+4DAE）/);
    const [kept, after] = await told('食品检验二');
    expect([kept, after.includes('看不见的字符')]).toEqual([303, false]);
  });

  test('sent twice changes once; a form without its token nothing', async () => {
    const { fields } = await open('scjg-handler', 'object');
    const form = { ...fields, reason: '双击', phone: '0518-99990000' };
    const answers = [await send('scjg-handler', 'object', form), await send('scjg-handler', 'object', form)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await query(`SELECT 1 FROM acts WHERE subject_id = $1 AND reason = '双击'`, [object])).toHaveLength(1);
    expect((await send('scjg-handler', 'object', { ...form, _csrf: 'guessed', phone: '1' })).status).toBe(403);
  });
});

describe('a second record of a firm', () => {
  test('says so on its page, and is closed for the one that stands by those who may change it alone', async () => {
    const second = await first(
      `INSERT INTO check_object (registration_no, kind, name, name_key, status, address, address_key, responsible_departments)
       SELECT '320723000077774', kind, name, name_key, 'active', address, address_key, '{SCJG}' FROM check_object WHERE id = '${object}' RETURNING id`,
    );
    const [page, form] = [`/registers/objects/${second}`, `/registers/objects/${second}/twin`];
    const shown = async (username: string) => (await (await site.as(username)).get(page)).text;
    expect(await shown('scjg-handler')).toContain(`href="${form}"`);
    for (const username of ['scjg-leader', 'wjw-handler', 'supervisor']) {
      const agent = await site.as(username);
      const sent = await agent
        .post(form)
        .type('form')
        .send({
          _csrf: tokenIn((await agent.get('/')).text),
          version: '1',
          standing: object,
          reason: '不该成功',
        });
      const asked = (await agent.get(form)).status;
      expect([username, [403, 404].includes(asked), sent.status, (await shown(username)).includes(form)]).toEqual([
        username,
        true,
        asked,
        false,
      ]);
    }
    const agent = await site.as('scjg-handler');
    const fields = fieldsOf((await agent.get(form)).text);
    expect(
      (
        await agent
          .post(form)
          .type('form')
          .send({ ...fields, reason: '经核实' })
      ).status,
    ).toBe(422);
    const done = await agent
      .post(form)
      .type('form')
      .send({ ...fields, standing: object, reason: '经核实是同一户' });
    expect([done.status, done.headers.location]).toEqual([303, page]);
    const closed = await shown('scjg-handler');
    for (const word of ['已认定为重复登记', '经核实是同一户', `href="/registers/objects/${object}"`])
      expect(closed).toContain(word);
    expect((await agent.get(`/registers/objects/${object}`)).text).toContain(`href="${page}"`);
    expect((await agent.get('/registers/objects?code=none')).text).toContain(page);
    await query('DELETE FROM check_object WHERE id = $1', [second]);
  });

  test('is said to be another firm instead, with a reason; both pages say so, and it is taken back where it was said', async () => {
    const second = await first(
      `INSERT INTO check_object (registration_no, kind, name, name_key, status, address, address_key, responsible_departments)
       SELECT '320723000077774', kind, name, name_key, 'active', address, address_key, '{SCJG}' FROM check_object WHERE id = '${object}' RETURNING id`,
    );
    const [page, form] = [`/registers/objects/${second}`, `/registers/objects/${second}/twin`];
    const agent = await site.as('scjg-handler');
    const answer = async (standing: string, reason: string) =>
      agent
        .post(form)
        .type('form')
        .send({ ...fieldsOf((await agent.get(form)).text), standing, reason });
    expect((await answer(`apart:${object}`, '一址多照，经营者不同')).status).toBe(303);
    const told = (await agent.get(page)).text;
    for (const word of ['认定为两户不同的企业', '一址多照，经营者不同', '已认定为另一户企业的记录', `href="${form}"`])
      expect(told).toContain(word);
    expect(told).not.toContain('疑似同一户');
    const other = (await agent.get(`/registers/objects/${object}`)).text;
    expect(other).toContain('已认定为另一户企业的记录');
    // Said on the second one, taken back there.
    expect((await agent.get(`/registers/objects/${object}/twin`)).status).toBe(404);
    expect((await agent.get(form)).text).not.toContain(`value="${object}"`);
    expect((await answer(`not-apart:${object}`, '认定有误')).status).toBe(303);
    expect((await agent.get(page)).text).toContain('疑似同一户');
    await query('DELETE FROM check_object WHERE id = $1', [second]);
  });
});

describe('an officer', () => {
  test('gets a second certificate and a firm to keep away from, by code and by name; the history says both in words', async () => {
    const [firm] = await query<{ name: string; uscc: string }>('SELECT name, uscc FROM check_object WHERE id = $1', [
      object,
    ]);
    const [other] = await query<{ name: string }>(
      `SELECT name FROM check_object o WHERE id <> $1 AND (SELECT count(*) FROM check_object same WHERE same.name = o.name) = 1 ORDER BY id LIMIT 1`,
      [object],
    );
    const answer = await save('scjg-handler', 'officer', {
      'certificates[1][no]': '样测0099',
      'certificates[1][expiresOn]': '2029-01-31',
      'recusals[0][firm]': firm?.uscc,
      'recusals[0][why]': '近亲属任职',
      'recusals[1][firm]': other?.name,
      'recusals[1][why]': '曾任职',
    });
    expect(answer.status).toBe(303);
    const page = await (await site.as('scjg-handler')).get(`/registers/inspectors/${officer}`);
    for (const text of ['样测0099', '2029年1月31日', '近亲属任职', other?.name ?? '', '来函核实'])
      expect(page.text).toContain(text);
    const history = page.text.slice(page.text.indexOf('app-timeline'));
    expect(history).toContain(firm?.name);
    expect(history).not.toContain(object);
    expect(await query('SELECT 1 FROM recusal WHERE inspector_id = $1', [officer])).toHaveLength(2);
  });

  test.each([
    [
      'a firm that is not there',
      { 'recusals[0][firm]': '灌云并不存在有限公司', 'recusals[0][why]': '测试' },
      'href="#recusals"',
    ],
    ['a qualification of no list', { qualifications: ['无此资格'] }, 'href="#qualifications"'],
    ['a town of another county', { areas: ['999999999'] }, 'href="#areas"'],
    ['a certificate without its day', { 'certificates[0][expiresOn]': '' }, 'certificates-0-expiresOn'],
    ['a duty that no list holds', { dutyStatus: 'asleep' }, 'href="#dutyStatus"'],
  ])('with %s is refused beside the field', async (_what, changes, place) => {
    const before = await query('SELECT version FROM inspector WHERE id = $1', [officer]);
    const answer = await save('scjg-handler', 'officer', changes);
    expect([answer.status, answer.text.includes(place)]).toEqual([422, true]);
    expect(await query('SELECT version FROM inspector WHERE id = $1', [officer])).toEqual(before);
  });

  test('with a qualification that the county has put on its list is taken, and offered by the form', async () => {
    const [{ value } = { value: [] as string[] }] = await query<{ value: string[] }>(
      `SELECT value FROM setting WHERE key = 'inspector.qualifications' ORDER BY holds_from DESC LIMIT 1`,
    );
    expect(value).not.toContain('新设资格');
    const rows = { 'qualifications[]': ['新设资格'] };
    expect((await save('scjg-handler', 'officer', rows)).status).toBe(422);
    await query(
      `INSERT INTO setting (key, holds_from, value, source, version) VALUES ('inspector.qualifications', '2001-01-01', $1, '会议决定', 2)`,
      [JSON.stringify([...value, '新设资格'])],
    );
    try {
      expect((await save('scjg-handler', 'officer', rows)).status).toBe(303);
      expect((await (await site.as('scjg-handler')).get(`/registers/inspectors/${officer}/edit`)).text).toContain(
        '新设资格',
      );
    } finally {
      await query(`DELETE FROM setting WHERE key = 'inspector.qualifications' AND version = 2`);
    }
  });

  test('a row more is asked for without losing what was typed', async () => {
    const answer = await save('scjg-handler', 'officer', { officerName: '改到一半', _rows: 'add:recusals' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('改到一半');
    expect(answer.text).toContain('name="recusals[2][firm]"');
  });
});

describe('an item', () => {
  test.each([
    ['no cause', { cause: '', method: '其他' }, 422, 'href="#cause"'],
    ['a cause that only a new item has', { cause: 'enacted', method: '其他' }, 422, 'href="#cause"'],
    [
      'a day before its last version',
      { cause: 'amended', method: '其他', effectiveFrom: '2001-01-01' },
      422,
      'href="#effectiveFrom"',
    ],
    ['an end ahead', { cause: 'abolished', effectiveFrom: '2099-01-01' }, 409, 'href="#effectiveFrom"'],
    [
      'a catalogue code of 13 digits',
      { cause: 'amended', catalogueCode: '1234567890123' },
      422,
      'href="#catalogueCode"',
    ],
  ])('with %s is refused beside the field', async (_what, changes, status, place) => {
    const answer = await save('scjg-handler', 'item', changes);
    expect([answer.status, answer.text.includes(place)]).toEqual([status, true]);
  });

  test('is entered for the own department only; once abolished it is changed no more', async () => {
    const fields = { itemName: '新立的事项', category: '测试', objectType: '企业', content: '' };
    expect((await save('wjw-handler', 'new item', { ...fields, department: 'SCJG' })).status).toBe(403);
    const done = await save('wjw-handler', 'new item', { ...fields, department: 'WJW' });
    expect(done.headers['location']).toBe('/registers/items/WJW-N001');
    const agent = await site.as('wjw-handler');
    const form = await agent.get('/registers/items/WJW-N001/edit');
    await agent
      .post('/registers/items/WJW-N001/edit')
      .type('form')
      .send({ ...fieldsOf(form.text), cause: 'abolished', reason: '上级取消' });
    const page = await agent.get('/registers/items/WJW-N001');
    expect(page.text).toContain('该事项已废止');
    expect(page.text).not.toContain('/registers/items/WJW-N001/edit');
    expect((await agent.get('/registers/items/WJW-N001/edit')).status).toBe(409);
  });
});

describe('a unit', () => {
  test.each(['见本单位公开电话', '88810000', '0518-8881000a', '123'])(
    'with %s as telephone is refused beside the field',
    async (phone) => {
      const answer = await save('office-handler', 'unit', { phone });
      expect([answer.status, answer.text.includes('href="#phone"')]).toEqual([422, true]);
    },
  );

  test.each(['0518-88810001', '12345', '400-810-0001', '0518-88810001-203'])(
    'keeps %s, shows it, and its papers name it',
    async (phone) => {
      expect((await save('office-handler', 'unit', { phone })).status).toBe(303);
      expect((await (await site.as('scjg-handler')).get('/registers/departments/SCJG')).text).toContain(phone);
      expect((await contactOf(site.county.dataSource, 'SCJG')).phone).toBe(phone);
    },
  );
});
