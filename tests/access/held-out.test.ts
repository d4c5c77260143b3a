import { CountySite, tokenIn } from './county-site';

let site: CountySite;
let officer: string;
let name: string;
beforeAll(async () => {
  site = await CountySite.open();
  [officer = '', name = ''] = await Promise.all([
    first(`SELECT id FROM inspector WHERE department = 'SCJG' AND duty_status = 'onDuty' ORDER BY staff_no LIMIT 1`),
    first(
      `INSERT INTO recusal_name (inspector_id, given, key, cause)
       SELECT id, '某（无名）公司', '某(无名)公司', 'unknown' FROM inspector WHERE department = 'SCJG' AND duty_status = 'onDuty' ORDER BY staff_no LIMIT 1 RETURNING id`,
    ),
  ]);
});
afterAll(() => site?.close());

const query = <T>(sql: string, parameters: unknown[] = []) =>
  site.county.dataSource.query(sql, parameters) as Promise<T[]>;
const first = async (sql: string) => (await query<{ id: string }>(sql))[0]?.id ?? '';
const address = () => `/registers/inspectors/${officer}/recusals/${name}`;
const task = '核定回避单位';

test('an open name is a task of the own unit, and of no other', async () => {
  for (const username of ['scjg-handler', 'scjg-leader'])
    expect((await (await site.as(username)).get('/')).text).toContain(address());
  for (const username of ['wjw-handler', 'scjg-liaison', 'supervisor', 'system-admin'])
    expect((await (await site.as(username)).get('/')).text).not.toContain(task);
  expect((await (await site.as('wjw-handler')).get(address())).status).toBe(404);
  expect((await (await site.as('scjg-liaison')).get(address())).status).toBe(403);
});

test('the officer’s page says that nobody draws them; the answer needs firms or that there are none, and a reason', async () => {
  const agent = await site.as('scjg-handler');
  expect((await agent.get(`/registers/inspectors/${officer}`)).text).toContain('不进入任何抽取名单');
  const page = await agent.get(address());
  expect(page.text).toContain('某（无名）公司');
  const send = (fields: object) =>
    agent
      .post(address())
      .type('form')
      .send({
        _csrf: tokenIn(page.text),
        submissionId: 'c0ffee00-0000-4000-8000-000000000001',
        version: '1',
        ...fields,
      });
  expect((await send({ meaning: 'firms', reason: '与本人核实' })).status).toBe(422);
  expect((await send({ meaning: 'nobody' })).status).toBe(422);
  expect((await send({ meaning: 'firms', otherFirms: '没有这样的公司', reason: '与本人核实' })).status).toBe(422);
  expect((await send({ meaning: 'nobody', reason: '与本人核实，库中没有' })).status).toBe(303);
  expect((await agent.get('/')).text).not.toContain(task);
  expect((await agent.get(`/registers/inspectors/${officer}`)).text).toContain('核定回避单位（第 2 版）');
  expect((await agent.get(address())).status).toBe(404);
});
