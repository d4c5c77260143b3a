import { randomUUID } from 'node:crypto';
import { countFault } from '../../services/cases/faults';
import { settleEffect } from '../../services/cases/effects';
import { countStray } from '../../services/cases/strays';
import { roles } from './addresses';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
let caseId: string;
beforeAll(async () => {
  site = await CountySite.open();
  caseId = site.find('joint-check', 'drafting').id;
});
afterAll(() => site?.close());
beforeEach(async () => {
  await site.county.dataSource.query('TRUNCATE step_fault, stray_request, act_attempt, case_effect');
  site.reached.splice(0);
  site.unreachable.clear();
});

const means = '已保存，因程序故障未能办理，不必再次提交；系统管理员已得到通知';
const message = `a rule fails <b>${'x'.repeat(300)}`;
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const get = async (role: keyof typeof roles, path: string) => (await site.as(roles[role])).get(path);
const read = async (role: keyof typeof roles, path = '/') => words((await get(role, path)).text);

async function park(key: string, step: string, username?: string): Promise<string> {
  const { dataSource } = site.county;
  const account = username ? await site.county.accountOf(username) : 'system';
  await countFault(dataSource, { caseId, key, step, account, department: 'SCJG' }, message, 1);
  const rows: { id: string }[] = await dataSource.query('SELECT id FROM step_fault WHERE key = $1', [key]);
  return rows[0]?.id ?? '';
}

async function parkEffect(): Promise<string> {
  const rows: { id: string }[] = await site.county.dataSource.query(
    `INSERT INTO case_effect (key, case_id, act_id, kind, effect, created_at) VALUES ($1, $2, 1, 'tellCase', '{"kind":"tellCase"}', now()) RETURNING id`,
    [randomUUID(), caseId],
  );
  const id = rows[0]?.id ?? '';
  await settleEffect(site.county.dataSource, id, 'parked');
  return park(`carry/${id}`, 'tellCase');
}

/** Presses the button of a form on the administrator's page. */
async function press(action: string, more: Record<string, string> = {}) {
  const agent = await site.as(roles.systemAdministrator);
  const form = await agent.get('/system/faults');
  return agent
    .post(action)
    .type('form')
    .send({ _csrf: tokenIn(form.text), submissionId: randomUUID(), ...more });
}

test('a parked act is a task of its person, of the unit’s leader and of the system administrator, and of nobody else', async () => {
  await park(randomUUID(), 'jointCheck.consult', 'scjg-handler');
  for (const role of ['leadHandler', 'leadLeader'] as const) {
    const answer = await get(role, '/');
    expect(words(answer.text)).toContain('程序故障：书面征求意见未能办理');
    expect(words(answer.text)).toContain(means);
    expect(answer.text).toContain(`href="/cases/${caseId}"`);
    expect(answer.text).not.toContain('a rule fails');
  }
  const administrator = await get('systemAdministrator', '/');
  expect(words(administrator.text)).toContain('程序故障：书面征求意见未能办理');
  expect(administrator.text).toContain('a rule fails &lt;b&gt;');
  expect(administrator.text).not.toContain(`href="/cases/${caseId}"`);
  const others = (Object.keys(roles) as (keyof typeof roles)[]).filter(
    (role) => !['leadHandler', 'leadLeader', 'systemAdministrator'].includes(role),
  );
  for (const role of others) expect(await read(role)).not.toContain('程序故障');
});

test('the page is the system administrator’s alone, to read and to press', async () => {
  const id = await parkEffect();
  for (const role of Object.keys(roles) as (keyof typeof roles)[]) {
    const expected = role === 'systemAdministrator' ? 200 : 403;
    expect(`${role} ${(await get(role, '/system/faults')).status}`).toBe(`${role} ${expected}`);
    if (expected === 200) continue;
    const agent = await site.as(roles[role]);
    const token = tokenIn((await agent.get('/')).text);
    for (const action of [`/system/faults/${id}/retry`, `/system/faults/${id}/settle`, '/system/strays/seen']) {
      const answer = await agent.post(action).type('form').send({ _csrf: token, submissionId: randomUUID() });
      expect(`${role} ${action} ${answer.status}`).toBe(`${role} ${action} 403`);
    }
  }
  const plain = await (
    await site.as(roles.systemAdministrator)
  )
    .post(`/system/faults/${id}/retry`)
    .type('form')
    .send({});
  expect(plain.status).toBe(403);
  expect(site.reached).toEqual([]);
});

test('without faults and strays the page says what would stand there', async () => {
  const page = await read('systemAdministrator', '/system/faults');
  expect(page).toContain('没有搁置的步骤');
  expect(page).toContain('最近七天没有收到未经签名的请求');
});

test('an effect is tried again by its button; a case that is silent leaves it there', async () => {
  const id = await parkEffect();
  const page = await read('systemAdministrator', '/system/faults');
  for (const said of ['通知关联办件', '办理之后的自动步骤', '再试一次', caseId.split('/')[1] ?? '', '全部故障信息'])
    expect(page).toContain(said);
  site.unreachable.add(caseId);
  const failed = await press(`/system/faults/${id}/retry`);
  expect(failed.status).toBe(503);
  expect(words(failed.text)).toContain('办理服务暂时没有响应');
  expect(words(failed.text)).toContain('再试一次');
  site.unreachable.clear();
  expect((await press(`/system/faults/${id}/retry`)).status).toBe(303);
  expect(site.reached).toEqual([caseId]);
  const after = await read('systemAdministrator', '/system/faults');
  expect(after).toContain('已让该步骤再试');
  expect(after).toContain('没有搁置的步骤');
  expect((await press(`/system/faults/${id}/retry`)).status).toBe(409);
  expect((await press('/system/faults/0/retry')).status).toBe(404);
});

test('a request is only marked as seen to, and its person is told to send again; a row put back names its command', async () => {
  const id = await park(randomUUID(), 'jointCheck.consult', 'scjg-handler');
  await park('version', 'version');
  const { text } = await get('systemAdministrator', '/system/faults');
  expect(text).not.toContain('/retry');
  expect(words(text)).toContain('标记之后，办理人会收到提醒，可以重新提交。');
  expect(text).toContain('npm run reconcile -- --repair');
  expect((await press(`/system/faults/${id}/retry`)).status).toBe(409);
  expect((await press(`/system/faults/${id}/settle`)).status).toBe(303);
  expect(await read('leadHandler')).toContain('请重新办理：书面征求意见');
  expect(await read('leadLeader')).not.toContain('书面征求意见 ');
});

test('what came past the web is a task of administrator and supervisor until it is noted; today’s stays in sight', async () => {
  const { dataSource } = site.county;
  await countStray(dataSource, caseId, 'SOURCE_UNKNOWN');
  await countStray(dataSource, caseId, 'SOURCE_UNKNOWN');
  await countStray(dataSource, 'visit/<script>', 'NEVER_HEARD_OF');
  await dataSource.query(
    `INSERT INTO stray_request (day, place, count, reason, first_at, last_at)
     SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date - n, 'visit/' || n, 5, 'REQUEST_UNSIGNED', now() - make_interval(days => n), now() - make_interval(days => n)
     FROM generate_series(3, 9, 6) n`,
  );
  for (const role of ['systemAdministrator', 'supervisor'] as const) {
    const home = await read(role);
    expect(home).toContain('收到 3 个未经本系统签名的办理请求');
    expect(home).toContain('收到 5 个未经本系统签名的办理请求');
    expect(home.match(/未经本系统签名/g)).toHaveLength(2);
    expect(home).toContain('请求没有生效，办件没有变化');
  }
  expect(await read('officeDirector')).not.toContain('未经本系统签名');
  const { text } = await get('systemAdministrator', '/system/faults');
  expect(text).toContain('&lt;script&gt;');
  expect(words(text)).toContain('签名无效');
  const until = /name="until" value="([^"]+)"/.exec(text)?.[1] ?? '';
  expect((await press('/system/strays/seen', { until: 'soon' })).status).toBe(422);
  expect((await press('/system/strays/seen', { until })).status).toBe(303);
  const home = await read('supervisor');
  expect(home).toContain('收到 3 个未经本系统签名的办理请求');
  expect(home).not.toContain('收到 5 个未经本系统签名的办理请求');
  expect((await get('systemAdministrator', '/system/faults')).text).not.toContain('name="until"');
});

test('the supervisor reads refused attempts and parked steps among the steps of a case, in words and as a file', async () => {
  const account = await site.county.accountOf('scjg-handler');
  await site.county.dataSource.query(
    `INSERT INTO act_attempt (case_id, act, account, capacity, department, code, at) VALUES ($1, 'jointCheck.submit', $2, 'departmentHandler', 'SCJG', 'NOT_ALL_CONSULTED', now())`,
    [caseId, account],
  );
  const id = await parkEffect();
  await press(`/system/faults/${id}/retry`);
  const path = `/supervision/${caseId}`;
  for (const show of ['all', 'steps']) {
    const page = await read('supervisor', `${path}?show=${show}`);
    for (const said of [
      '未予办理：提请审定',
      '还有参与部门没有征求意见',
      '因程序故障搁置：通知关联办件（试过 1 次）',
      '系统管理员让其再试：通知关联办件',
    ])
      expect(page).toContain(said);
    expect(page).not.toContain('a rule fails');
  }
  expect(await read('supervisor', `${path}?show=acts`)).not.toContain('未予办理：');
  const file = (await get('supervisor', `${path}?format=csv`)).text;
  expect(file).toMatch(/未予办理：提请审定.*经办人/);
});

test('raw histories are for supervisors and the audit administrator alone', async () => {
  const { id } = site.find('joint-check', 'underway');
  for (const [role, username] of Object.entries(roles)) {
    const { status } = await (await site.as(username)).get(`/cases/${id}/history`);
    expect(`${role} ${status}`).toBe(`${role} ${role === 'supervisor' || role === 'auditAdministrator' ? 200 : 403}`);
  }
});

test('the history of a case is sent as text to who reads it, and as the engine wrote it to who replays it', async () => {
  const { id } = site.find('joint-check', 'underway');
  const agent = await site.as('supervisor');
  const payload = (value: unknown, encoding = 'json/plain') => ({
    metadata: { encoding: Buffer.from(encoding).toString('base64') },
    data: Buffer.from(JSON.stringify(value)).toString('base64'),
  });
  const event = {
    eventId: '1',
    input: { payloads: [payload({ key: '一键' }), payload('看不懂', 'binary/encrypted')] },
    result: { payloads: [{ metadata: { encoding: Buffer.from('binary/null').toString('base64') } }] },
  };
  try {
    site.runs.push({ runId: 'run', json: JSON.stringify({ events: [event] }) });
    expect((await agent.get(`/cases/${id}/history`)).body).toEqual([{ events: [event] }]);
    const told = { payloads: [{ key: '一键' }, payload('看不懂', 'binary/encrypted')] };
    expect((await agent.get(`/cases/${id}/history?payloads=text`)).body).toEqual([
      { events: [{ eventId: '1', input: told, result: { payloads: [null] } }] },
    ]);
  } finally {
    site.runs.splice(0);
  }
  for (const address of [`/supervision/${id}`, `/cases/${id}/timeline`])
    expect((await agent.get(address)).text.replaceAll('&#x3D;', '=')).toContain(`/cases/${id}/history?payloads=text`);
});

test('the history of a case is sent with all its runs, however many; the page says where it shows the steps of some', async () => {
  const { id } = site.find('joint-check', 'underway');
  const agent = await site.as('supervisor');
  const started = {
    eventId: '1',
    eventTime: '2026-11-30T01:00:00Z',
    eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  };
  const run = (place: number) => ({
    runId: `run-${place}`,
    json: JSON.stringify({ events: [{ ...started, workflowExecutionStartedEventAttributes: { place } }] }),
  });
  const [page, part] = [() => agent.get(`/supervision/${id}?show=steps`), '只列引擎最近 50 次运行的步骤'];
  try {
    site.runs.push(...Array.from({ length: 50 }, (_, place) => run(place)));
    expect((await page()).text).not.toContain(part);
    site.runs.push(...Array.from({ length: 80 }, (_, place) => run(place + 50)));
    const { body, headers } = await agent.get(`/cases/${id}/history`);
    expect(headers['content-type']).toContain('application/json');
    expect(body).toHaveLength(130);
    expect((await page()).text).toContain(part);
    const file = await agent.get(`/supervision/${id}?show=steps&format=json`);
    expect((file.body as { rows: unknown[] }).rows).toHaveLength(130);
  } finally {
    site.runs.splice(0);
  }
  expect((await agent.get(`/cases/${id}/history`)).body).toEqual([]);
});
