import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { inspectorColumns } from '../../domain/registers/check-inspector-table';
import { objectColumns } from '../../domain/registers/check-object-table';
import { composeUscc } from '../../domain/uscc';
import { dataFolder } from '../database/registers/open-county';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

type Kind = 'objects' | 'inspectors';
const address = (kind: Kind) => `/registers/${kind}/load`;
const code = (number: number) => composeUscc('91', '320723', `MAYY${String(number).padStart(4, '0')}`);
const sample = (name: string) => readFileSync(join(dataFolder, 'import-samples', name));

function firm(number: number, more: Partial<Record<(typeof objectColumns)[number], string>> = {}): string[] {
  const cells: Record<string, string> = {
    序号: String(number),
    企业名称: `灌云上传${number}有限公司`,
    统一社会信用代码: code(number),
    主体类型: '企业',
    '法定代表人（负责人）': '测试甲',
    联系电话: '0518-00000001',
    '住所（经营场所）': '灌云县伊山镇样例路1号',
    所属乡镇: '伊山镇',
    行业代码: '6210',
    成立日期: '2019-03-05',
    登记状态: '在业',
    风险等级: 'B',
    ...more,
  };
  return objectColumns.map((column) => cells[column] ?? '');
}
const objectFile = (...rows: string[][]) => Buffer.from(stringify([[...objectColumns], ...rows]));

async function registersNow(): Promise<unknown> {
  const [row]: unknown[] = await site.county.dataSource.query(
    `SELECT (SELECT count(*) FROM check_object) AS objects, (SELECT count(*) FROM inspector) AS inspectors, (SELECT count(*) FROM recusal) AS recusals,
       (SELECT count(*) FROM register_change) AS changes, (SELECT count(*) FROM acts) AS acts, (SELECT count(*) FROM import_batch) AS batches`,
  );
  return row;
}

/** Uploads a file as a browser does and follows to its report. */
async function upload(username: string, content: Buffer, { kind = 'objects' as Kind, name = 'name.csv' } = {}) {
  const agent = await site.as(username);
  const form = await agent.get(address(kind));
  const sent = await agent.post(address(kind)).field('_csrf', tokenIn(form.text)).attach('file', content, name);
  if (sent.status !== 303) return { at: '', answer: sent };
  const at = String(sent.headers['location']);
  return { at, answer: await agent.get(at) };
}

async function confirm(username: string, at: string, more: object = {}) {
  const agent = await site.as(username);
  const page = await agent.get(at);
  return agent
    .post(at)
    .type('form')
    .send({ _csrf: tokenIn(page.text), seen: seenIn(page.text), ...more });
}

/** What a page of a check says of how far the register's history was known. */
const seenIn = (html: string): string => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('a file that cannot be read at all', () => {
  const long = Buffer.concat([objectFile(), Buffer.from(`${firm(1).join(',')}\n`.repeat(100_001))]);
  test.each<[string, Buffer, number, string]>([
    ['nothing', Buffer.alloc(0), 422, 'IMPORT_EMPTY'],
    ['blanks', Buffer.from(' \r\n \r\n'), 422, 'IMPORT_EMPTY'],
    ['heads without rows', objectFile(), 422, 'IMPORT_EMPTY'],
    ['a spreadsheet', sample('objects.xlsx'), 415, 'IMPORT_NOT_CSV'],
    [
      'a spreadsheet named .csv',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40)]),
      415,
      'IMPORT_NOT_CSV',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 415, 'IMPORT_NOT_CSV'],
    [
      'bytes of no encoding',
      Buffer.concat([objectFile(firm(1)), Buffer.from([0xff, 0xff, 0xff])]),
      422,
      'IMPORT_ENCODING',
    ],
    ['full-width commas', Buffer.from(`${objectColumns.join('，')}\n`), 422, 'IMPORT_DELIMITER'],
    [
      'heads of the other register',
      Buffer.from(stringify([[...inspectorColumns], [...inspectorColumns]])),
      422,
      'IMPORT_HEADERS',
    ],
    ['heads in another order', Buffer.from(stringify([[...objectColumns].reverse(), firm(1)])), 422, 'IMPORT_HEADERS'],
    ['an open quotation mark', Buffer.concat([objectFile(firm(1)), Buffer.from('"2,灌云')]), 422, 'IMPORT_QUOTES'],
    ['too many rows', long, 413, 'IMPORT_TOO_LONG'],
    ['more than the limit', Buffer.alloc(21 * 1024 * 1024, 'a'), 413, 'FILE_TOO_LARGE'],
  ])('%s: the page says what, and what to do', async (_what, content, status, problem) => {
    const before = await registersNow();
    const { answer } = await upload('scjg-handler', content);
    expect([answer.status, answer.text.includes(`（${problem}）`)]).toEqual([status, true]);
    expect(answer.text).toContain('href="#file"');
    expect(await registersNow()).toEqual(before);
  });

  test('no file, a form without parts, and parts that break off are clear answers', async () => {
    const agent = await site.as('scjg-handler');
    const token = tokenIn((await agent.get(address('objects'))).text);
    const none = await agent.post(address('objects')).field('_csrf', token);
    expect([none.status, none.text.includes('请选择要导入的 CSV 文件')]).toEqual([422, true]);
    const broken = await agent
      .post(address('objects'))
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc');
    expect(broken.status).toBe(400);
    const nameless = await agent.post(address('objects')).set('Content-Type', 'multipart/form-data').send('abc');
    expect(nameless.status).toBe(400);
    const elsewhere = await agent
      .post(address('objects'))
      .field('_csrf', token)
      .attach('other', objectFile(firm(1)), 'a.csv');
    expect(elsewhere.status).toBe(400);
  });
});

test('what was found in a file is read in the language of the reader', async () => {
  const { at } = await upload('scjg-handler', objectFile(firm(1).slice(0, 11), firm(2, { 风险等级: 'E' })));
  const agent = await site.as('scjg-handler');
  const findings = async () => /<table[^>]*id="issues"[^]*?<\/table>/.exec((await agent.get(at)).text)?.[0] ?? '';
  expect(await findings()).toContain('列数不足（缺风险等级、备注）');
  await agent.get('/language/en').query({ returnTo: at });
  const english = await findings();
  await agent.get('/language/zh-CN').query({ returnTo: at });
  expect(english).toContain('Too few columns (missing: 风险等级, 备注)');
  expect(english).toContain('the risk class is none of A–D');
  expect(english.replaceAll('风险等级', '').replaceAll('备注', '')).not.toMatch(/\p{Script=Han}/u);
});

describe('a row that cannot be taken', () => {
  test.each<[string, string[], string]>([
    ['a control character', firm(1, { 企业名称: '灌云\u0007有限公司' }), '含控制字符'],
    ['a cell of 2 001 characters', firm(1, { '住所（经营场所）': '路'.repeat(2001) }), '超过2000个字符'],
    ['a formula for a name', firm(1, { 企业名称: '=HYPERLINK("http://x","y")' }), '公式注入'],
    ['a missing column', firm(1).slice(0, 11), '列数不足'],
    ['a column too many', [...firm(1), '多'], '列数多出'],
    ['a code of another alphabet', firm(1, { 统一社会信用代码: '91320723OAYY00149E' }), '含非法字母'],
    ['a class that no list holds', firm(1, { 风险等级: 'E' }), '风险等级不在'],
    ['a day that does not exist', firm(1, { 成立日期: '2019-02-30' }), '日期不存在'],
  ])('%s: named by line and column, confirmed or not nothing is written', async (_what, row, reason) => {
    const before = await registersNow();
    const { at, answer } = await upload('scjg-handler', objectFile(firm(500), row));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('第 3 行');
    expect(answer.text).toContain(reason);
    const answered = await confirm('scjg-handler', at);
    expect([answered.status, answered.text.includes('没有导入')]).toEqual([422, true]);
    expect(await registersNow()).toEqual(before);
  });

  test('who is not in the whole list and who leaves are taken from it, each once, though a row is wrong', async () => {
    const officers: { staff_no: string; name: string }[] = await site.county.dataSource.query(
      `SELECT staff_no, name FROM inspector i WHERE department = 'SCJG' AND duty_status = 'onDuty'
         AND NOT EXISTS (SELECT 1 FROM visit_result r WHERE i.id = ANY(r.officers)) ORDER BY staff_no LIMIT 3`,
    );
    const row = ({ staff_no, name }: { staff_no: string; name: string }, duty = '在岗', trade = '') => [
      staff_no,
      name,
      '县市场监督管理局',
      '行政执法类公务员',
      `样例${staff_no}`,
      '2031-06-30',
      trade,
      '',
      '全县',
      duty,
      '',
    ];
    const [leaves, stays, gone] = officers;
    if (!leaves || !stays || !gone) throw new Error('three officers are needed');
    const file = Buffer.from(
      stringify([[...inspectorColumns], row(leaves, '退休'), row(stays, '在岗', '没有这种资格')]),
    );
    const { at, answer } = await upload('scjg-handler', file, { kind: 'inspectors' });
    expect(answer.text).toContain('先登记这 1 项');
    const dutyOf = async ({ staff_no }: { staff_no: string }) =>
      (
        (await site.county.dataSource.query(
          `SELECT duty_status AS duty FROM inspector WHERE department = 'SCJG' AND staff_no = $1`,
          [staff_no],
        )) as { duty: string }[]
      )[0]?.duty;
    expect([(await confirm('scjg-handler', at)).status, await dutyOf(leaves)]).toEqual([303, 'retired']);
    const asked = await confirm('scjg-handler', at, { wholeList: 'on' });
    expect([asked.status, asked.text.includes(`工号 ${gone.staff_no}`), await dutyOf(gone)]).toEqual([
      422,
      true,
      'onDuty',
    ]);
    const affirmed = [...asked.text.matchAll(/name="affirmed" type="checkbox" value="([^"]*)"/g)].map(([, key]) => key);
    expect(affirmed.length).toBeGreaterThan(0);
    expect((await confirm('scjg-handler', at, { wholeList: 'on', affirmed })).status).toBe(303);
    expect([await dutyOf(gone), await dutyOf(stays)]).toEqual(['left', 'onDuty']);
  });

  test('twice the same code, and an object of another department', async () => {
    const before = await registersNow();
    const twice = await upload('scjg-handler', objectFile(firm(501), firm(501, { 企业名称: '灌云另名有限公司' })));
    expect(twice.answer.text).toContain('代码与第1行重复');
    const [foreign]: { uscc: string }[] = await site.county.dataSource.query(
      `SELECT uscc FROM check_object WHERE NOT responsible_departments @> '{SCJG}' AND uscc LIKE '91%' LIMIT 1`,
    );
    const theirs = await upload('scjg-handler', objectFile(firm(502, { 统一社会信用代码: foreign?.uscc ?? '' })));
    expect(theirs.answer.text).toContain('对象由其他部门负责');
    expect((await confirm('scjg-handler', theirs.at)).status).toBe(422);
    expect(await registersNow()).toEqual(before);
  });

  test('a very long cell is shown by its beginning and given back whole', async () => {
    const { at, answer } = await upload(
      'scjg-handler',
      objectFile(firm(503, { 企业名称: '', 备注: '长'.repeat(300) })),
    );
    expect(answer.text).toContain('共 300 个字');
    expect(answer.text).not.toContain('长'.repeat(100));
    const annotated = await (await site.as('scjg-handler')).get(`${at}/annotated.csv`);
    expect(annotated.text).toContain('长'.repeat(300));
    expect(annotated.text).toContain('错误：企业名称：企业名称为空');
  });
});

describe('a clean file', () => {
  test('is not taken over what somebody changed after its check was shown; the page names the row, and takes it when confirmed again', async () => {
    const file = (phone: string) => objectFile(firm(700, { 联系电话: phone }));
    const first = await upload('scjg-handler', file('0518-88810001'));
    expect((await confirm('scjg-handler', first.at)).status).toBe(303);
    const { at, answer } = await upload('scjg-handler', file('0518-88810002'));
    const query = (sql: string) => site.county.dataSource.query(sql, [code(700)]);
    await query(
      `INSERT INTO register_change (register, subject_id, version, at, actor, cause, before, after, act_id)
       SELECT 'object', id::text, version, now(), (SELECT id::text FROM account WHERE username = 'office-handler'), 'corrected', '{}', '{}', 1 FROM check_object WHERE uscc = $1`,
    );
    const held = () => query('SELECT phone FROM check_object WHERE uscc = $1');
    const refused = await confirm('scjg-handler', at, { seen: seenIn(answer.text) });
    expect([refused.status, refused.text.includes('名录中有 1 行被他人改动')]).toEqual([409, true]);
    expect(refused.text).toMatch(/文件第 2 行 [^<]+：[^<]+于2026年[^<]+改动/);
    expect([await held(), (await confirm('scjg-handler', at, { seen: 'x' })).status]).toEqual([
      [{ phone: '0518-88810001' }],
      409,
    ]);
    expect([(await confirm('scjg-handler', at, { seen: seenIn(refused.text) })).status, await held()]).toEqual([
      303,
      [{ phone: '0518-88810002' }],
    ]);
  });

  test('keeps four-byte characters and formulas as text; its reports run none', async () => {
    const { at, answer } = await upload(
      'scjg-handler',
      objectFile(firm(600, { 企业名称: '灌云𠮷祥有限公司', 备注: '=1+1' })),
    );
    expect(answer.text).toContain('确认导入 1 行');
    const agent = await site.as('scjg-handler');
    for (const file of ['report.csv', 'annotated.csv']) {
      const { text } = await agent.get(`${at}/${file}`);
      expect(text).toContain(`'=1+1`);
      expect(text).not.toMatch(/(^|,)"?=1\+1/m);
    }
    const done = await confirm('scjg-handler', at, { tag: '上传2026' });
    expect([done.status, done.headers['location']]).toEqual([
      303,
      expect.stringMatching(
        new RegExp(`^/registers/objects\\?load=[0-9a-f-]{36}&tag=${encodeURIComponent('上传2026')}$`, 'u'),
      ),
    ]);
    expect(
      await site.county.dataSource.query('SELECT name, note, tags FROM check_object WHERE uscc = $1', [code(600)]),
    ).toEqual([{ name: '灌云𠮷祥有限公司', note: '=1+1', tags: ['上传2026'] }]);
  });

  test('leads to just the rows that it brought, also when a later file has changed them, and a tag can be given afterwards', async () => {
    const file = (note: string) => objectFile(firm(610, { 备注: note }), firm(611));
    const first = await upload('scjg-handler', file('第一次'));
    const done = await confirm('scjg-handler', first.at);
    const list = String(done.headers['location']);
    const agent = await site.as('scjg-handler');
    const second = await upload('scjg-handler', objectFile(firm(610, { 备注: '第二次' }), firm(612)));
    expect((await confirm('scjg-handler', second.at)).status).toBe(303);
    const { text } = await agent.get(list);
    expect([
      text.includes('共 2 户'),
      text.includes(code(610)),
      text.includes(code(611)),
      text.includes(code(612)),
    ]).toEqual([true, true, true, false]);
    expect(text).toContain('请再上传一次该文件并填写标签');
    const loads = await agent.get('/registers/objects/load');
    expect(loads.text).toContain(`href="${list.replace('=', '&#x3D;')}"`);

    const again = await upload('scjg-handler', objectFile(firm(611)));
    expect(again.answer.text).toContain('为这 1 户加上标签');
    const without = await confirm('scjg-handler', again.at, { onlyTag: 'on', tag: ' ' });
    expect([without.status, without.text.includes('没有填写标签')]).toEqual([422, true]);
    const tagged = await confirm('scjg-handler', again.at, { onlyTag: 'on', tag: '补标签2026' });
    const page = await agent.get(String(tagged.headers['location']));
    expect([tagged.status, page.text.includes('共 1 户'), page.text.includes(code(611))]).toEqual([303, true, true]);
    expect(page.text).toContain('以标签“补标签2026”发起联合抽查');

    const sameUpload = await confirm('scjg-handler', first.at, { tag: '另一标签' });
    expect(sameUpload.status).toBe(303);
    expect(await site.county.dataSource.query('SELECT tags FROM check_object WHERE uscc = $1', [code(611)])).toEqual([
      { tags: ['补标签2026', '另一标签'] },
    ]);
  });

  test('confirmed fifty times in parallel is loaded once', async () => {
    const { at } = await upload('scjg-handler', objectFile(firm(601), firm(602)));
    const agent = await site.as('scjg-handler');
    const token = tokenIn((await agent.get(at)).text);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => agent.post(at).type('form').send({ _csrf: token })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(
      await site.county.dataSource.query(
        `SELECT count(*)::int AS n FROM import_batch WHERE id IN (SELECT import_batch FROM check_object WHERE uscc = $1)`,
        [code(601)],
      ),
    ).toEqual([{ n: 1 }]);
  });

  test.each(['有 空格', '顿、号', '字'.repeat(41), '\u0000'])(
    'a tag like %j is refused beside its field and nothing is loaded',
    async (tag) => {
      const before = await registersNow();
      const { at } = await upload('scjg-handler', objectFile(firm(603)));
      const answer = await confirm('scjg-handler', at, { tag });
      expect([answer.status, answer.text.includes('href="#tag"')]).toEqual([422, true]);
      expect(await registersNow()).toEqual(before);
    },
  );
});

describe('who may', () => {
  test('another person’s upload does not exist, whatever they may do', async () => {
    const { at } = await upload('scjg-handler', objectFile(firm(700)));
    for (const username of ['wjw-handler', 'office-handler']) {
      const agent = await site.as(username);
      for (const path of [at, `${at}/report.csv`, `${at}/annotated.csv`])
        expect(`${username} ${(await agent.get(path)).status}`).toBe(`${username} 404`);
      expect((await confirm(username, at)).status).toBe(404);
    }
    expect((await confirm('scjg-handler', `${address('objects')}/${randomUUID()}`)).status).toBe(404);
  });

  test.each(['scjg-leader', 'scjg-liaison', 'office-director', 'supervisor', 'system-admin', 'scjg-inspector-1'])(
    '%s uploads and confirms nothing',
    async (username) => {
      const agent = await site.as(username);
      const { at } = await upload('scjg-handler', objectFile(firm(701)));
      const token = tokenIn((await agent.get('/')).text);
      for (const kind of ['objects', 'inspectors'] as const) {
        expect((await agent.get(address(kind))).status).toBe(403);
        expect(
          (
            await agent
              .post(address(kind))
              .field('_csrf', token)
              .attach('file', objectFile(firm(701)), 'a.csv')
          ).status,
        ).toBe(403);
      }
      expect((await agent.post(at).type('form').send({ _csrf: token })).status).toBe(403);
    },
  );

  test('without the form’s token nothing is taken, in parts or not', async () => {
    const agent = await site.as('scjg-handler');
    const { at } = await upload('scjg-handler', objectFile(firm(702)));
    const before = await registersNow();
    const refused = [
      await agent.post(address('objects')).attach('file', objectFile(firm(702)), 'a.csv'),
      await agent.post(at).type('form').send({}),
      await agent.post(at).field('tag', ''),
      await agent.post(at).field('_csrf', 'guessed'),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(await registersNow()).toEqual(before);
  });
});
