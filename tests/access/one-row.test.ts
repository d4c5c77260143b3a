import { paths } from '../../api/paths';
import { composeUscc } from '../../domain/uscc';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

const code = (number: number) => composeUscc('91', '320723', `MAYY${String(number).padStart(4, '0')}`);

/** Confirms what the page of a check shows. */
async function confirm(username: string, at: string) {
  const agent = await site.as(username);
  const { text } = await agent.get(at);
  const seen = /name="seen" value="(\d+)"/.exec(text)?.[1] ?? '';
  return agent
    .post(at)
    .type('form')
    .send({ _csrf: tokenIn(text), seen });
}

describe('one firm, typed in a form, is held to the rules of a file', () => {
  const row = {
    objectName: '灌云单户登记有限公司',
    firmNumber: code(4711),
    objectKind: 'enterprise',
    legalRepresentative: '测试甲',
    phone: '0518-00000001',
    address: '灌云县伊山镇样例路1号',
    division: '伊山镇',
    industryCode: '6210',
    foundedOn: '2019-03-05',
    status: 'active',
    riskClass: 'B',
  };
  const typed = async (values: Record<string, string>) => {
    const agent = await site.as('scjg-handler');
    const form = await agent.get(paths.objectNew);
    const submissionId = /name="submissionId" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const sent = await agent
      .post(paths.objectNew)
      .type('form')
      .send({ _csrf: tokenIn(form.text), submissionId, ...values });
    const at = String(sent.headers['location'] ?? '');
    return { at, text: sent.status === 303 ? (await agent.get(at)).text : sent.text };
  };
  const registered = (name: string): Promise<Record<string, unknown>[]> =>
    site.county.dataSource.query(
      `SELECT name, uscc, registration_no, kind, division, industry, to_char(founded_on, 'YYYY-MM-DD') AS founded, status, risk_class, responsible_departments AS units, import_batch IS NOT NULL AS loaded
       FROM check_object WHERE name = $1`,
      [name],
    );

  test('nothing is written before it is confirmed, and then what was typed, with its history', async () => {
    const { at, text } = await typed(row);
    expect(text).toContain('检查通过，尚未写入。请核');
    expect(await registered(row.objectName)).toEqual([]);
    await confirm('scjg-handler', at);
    expect(await registered(row.objectName)).toEqual([
      {
        name: row.objectName,
        uscc: row.firmNumber,
        registration_no: null,
        kind: 'enterprise',
        division: '320723100',
        industry: '6210',
        founded: '2019-03-05',
        status: 'active',
        risk_class: 'B',
        units: ['SCJG'],
        loaded: true,
      },
    ]);
  });

  test('a card’s number, a wrong code and a firm that is there under another name are told as of a file', async () => {
    const card = await typed({ ...row, objectName: '灌云单户身份证户', firmNumber: '11010519491231002X' });
    expect(card.text).toContain('身份证');
    expect(await registered('灌云单户身份证户')).toEqual([]);
    const renamed = await typed({ ...row, objectName: '灌云换名有限公司' });
    expect(renamed.text).toMatch(/灌云单户登记有限公司/);
    await confirm('scjg-handler', renamed.at);
    expect(await registered('灌云换名有限公司')).toEqual([]);
  });

  test('what was typed is mended where it was typed', async () => {
    const { at, text } = await typed({
      ...row,
      objectName: '灌云错行业有限公司',
      firmNumber: code(4712),
      industryCode: '没有的行业',
    });
    const href = /href="([^"]*objects\/new\?from[^"]*)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    expect(href).toContain(at.split('/').at(-1));
    const { text: form } = await (await site.as('scjg-handler')).get(href);
    for (const [name, value] of Object.entries({
      objectName: '灌云错行业有限公司',
      industryCode: '没有的行业',
      foundedOn: row.foundedOn,
    }))
      expect(form).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
    expect(form).toMatch(/<option value="伊山镇" selected>/);
    // Nobody else reads it.
    expect((await (await site.as('wjw-handler')).get(href)).text).not.toContain('灌云错行业有限公司');
  });

  test('who may not load a file has no form either', async () => {
    for (const username of ['scjg-leader', 'supervisor', 'scjg-inspector-1'])
      expect((await (await site.as(username)).get(paths.objectNew)).status).toBe(403);
  });
});

describe('one officer, typed in a form, is held to the rules of a file', () => {
  const officer = {
    staffNo: 'GY9001',
    officerName: '测试单录',
    officerUnit: '县市场监督管理局',
    postClass: 'civilServant',
    'certificates[0][no]': '单录0900001',
    'certificates[0][expiresOn]': '2029-06-30',
    'certificates[1][no]': '单录0900002',
    'certificates[1][expiresOn]': '2030-01-31',
    qualifications: '食品检查员',
    specialisms: '食品\n计量',
    areas: '伊山镇',
    dutyStatus: 'onDuty',
    recusalFirms: '灌云单户登记有限公司\n没有的这一家',
  };
  const typed = async (username: string, values: Record<string, string>) => {
    const agent = await site.as(username);
    const form = await agent.get(paths.inspectorNew);
    const submissionId = /name="submissionId" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const sent = await agent
      .post(paths.inspectorNew)
      .type('form')
      .send({ _csrf: tokenIn(form.text), submissionId, ...values });
    const at = String(sent.headers['location'] ?? '');
    return { at, form: form.text, text: sent.status === 303 ? (await agent.get(at)).text : sent.text };
  };
  const registered = (staffNo: string): Promise<Record<string, unknown>[]> =>
    site.county.dataSource.query(
      `SELECT i.name, i.department, i.certificates, i.qualifications, i.specialisms, i.areas, i.duty_status AS duty,
         (SELECT count(*)::int FROM recusal r WHERE r.inspector_id = i.id) AS recusals,
         (SELECT array_agg(n.given) FROM recusal_name n WHERE n.inspector_id = i.id) AS open
       FROM inspector i WHERE i.staff_no = $1`,
      [staffNo],
    );

  test('nothing is written before it is confirmed, and then what was typed, with a recusal that a person must resolve', async () => {
    const { at, text } = await typed('scjg-handler', officer);
    expect(text).toContain('检查通过，尚未写入。请核');
    expect(await registered('GY9001')).toEqual([]);
    await confirm('scjg-handler', at);
    expect(await registered('GY9001')).toEqual([
      {
        name: '测试单录',
        department: 'SCJG',
        certificates: [
          { no: '单录0900001', expiresOn: '2029-06-30' },
          { no: '单录0900002', expiresOn: '2030-01-31' },
        ],
        qualifications: ['食品检查员'],
        specialisms: ['食品', '计量'],
        areas: ['320723100'],
        duty: 'onDuty',
        recusals: 1,
        open: ['没有的这一家'],
      },
    ]);
  });

  test('an auxiliary’s number that is a card, and another unit’s officer are not taken; what was typed is mended there', async () => {
    const card = await typed('scjg-handler', {
      ...officer,
      staffNo: 'GY9002',
      'certificates[0][no]': '11010519491231002X',
    });
    expect(card.text).toContain('公民身份号码不得录入');
    const own = await typed('wjw-handler', { ...officer, staffNo: 'GY9003' });
    expect([own.form.includes('县市场监督管理局</option>'), own.text.includes('发现 1 处错误，没有导入')]).toEqual([
      false,
      true,
    ]);
    const short = await typed('scjg-handler', { ...officer, staffNo: '12' });
    const href = /href="([^"]*inspectors\/new\?from[^"]*)"/.exec(short.text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    const { text: form } = await (await site.as('scjg-handler')).get(href);
    expect(form).toMatch(/name="certificates\[1\]\[no\]"[^>]*value="单录0900002"/);
    expect(form).toMatch(/name="officerName"[^>]*value="测试单录"/);
    expect(form).toContain('没有的这一家');
    expect(await Promise.all(['GY9002', 'GY9003', '12'].map(registered))).toEqual([[], [], []]);
  });

  test('who may not load a file has no form either', async () => {
    for (const username of ['scjg-leader', 'supervisor', 'scjg-inspector-1'])
      expect((await (await site.as(username)).get(paths.inspectorNew)).status).toBe(403);
  });
});
