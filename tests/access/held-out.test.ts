import type { JointCheckState } from '../../domain/joint-check/state';
import type { VisitState } from '../../domain/visit/state';
import { checkItems } from '../../services/facts/items-in-force';
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
const never = (what: string): never => {
  throw new Error(`The county has no such ${what}.`);
};

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

test('where more firms could be meant than are listed, the page says so', async () => {
  const says = async () => (await (await site.as('scjg-handler')).get(address())).text.includes('只列出前20户');
  expect(await says()).toBe(false);
  await query(`UPDATE recusal_name SET given = '灌云', key = '灌云', resolved_at = NULL WHERE id = $1`, [name]);
  expect(await says()).toBe(true);
});

describe('what changed behind a case is shown where somebody can act on it', () => {
  const pageOf = async (username: string, address: string) => (await (await site.as(username)).get(address)).text;

  test('an item that was abolished or changed after the draw, beside the item: visit, entry form, review', async () => {
    const visitIn = (stage: string) =>
      (site.cases.filter(({ id, stage: of }) => id.startsWith('visit/') && of === 'noticed') as VisitState[]).find(
        ({ results }) => results['SCJG']?.stage === stage,
      ) ?? never('visit');
    const [noticed, awaiting] = [visitIn('awaitingVisit'), visitIn('confirmed')];
    const { items } = site.cases.find(({ id }) => id === noticed.check) as JointCheckState;
    const codeOf = (department: string, place: number) =>
      items.filter((item) => item.department === department)[place]?.code ?? never('item');
    const [gone, changed, other] = [codeOf('SCJG', 0), codeOf('SCJG', 1), codeOf('WJW', 0)];
    const version = async (code: string, cause: string, on: string) => {
      await query(
        `INSERT INTO check_item_version (item_code, version, effective_from, cause, category, name, object_type, changed_at, changed_by)
         SELECT item_code, 2, $3, $2, category, name, object_type, now(), 'x' FROM check_item_version WHERE item_code = $1 AND version = 1`,
        [code, cause, on],
      );
    };
    const day = '2026-02-03';
    await version(gone, 'abolished', day);
    await version(changed, 'amended', day);
    // Not in force yet: nothing is said of it.
    await version(other, 'amended', '2999-01-01');
    // What the entry is judged by.
    const asked = await checkItems(site.county.dataSource.manager, noticed.check, 'SCJG');
    expect(asked.map(({ code, abolishedOn }) => [code, abolishedOn])).toEqual([
      [gone, day],
      [changed, null],
    ]);
    const form = await pageOf('scjg-inspector-1', `/cases/${noticed.id}/acts/visit.enterResult`);
    for (const address of [`/cases/${noticed.id}`, `/cases/${noticed.id}/acts/visit.enterResult`]) {
      const text = await pageOf(address.endsWith('Result') ? 'scjg-inspector-1' : 'scjg-handler', address);
      expect(text).toContain('已于2026年2月3日废止，此后没有检查依据');
      expect(text).toContain('已于2026年2月3日修改');
      expect(text).not.toContain('2999');
    }
    expect(form).toContain('（已于2026年2月3日废止）');
    await query(
      `INSERT INTO result_version (visit_id, department, version, form, entered_by, entered_at, sha256)
       VALUES ($1, 'SCJG', 1, $2, 'x', now(), '') ON CONFLICT (visit_id, department, version) DO UPDATE SET form = excluded.form`,
      [awaiting.id, { code: '1', rows: [{ item: gone, finding: 'inOrder' }], itemNote: '检查时尚未收到通知' }],
    );
    const review = await pageOf('scjg-leader', `/cases/${awaiting.id}/acts/visit.reviewResult`);
    for (const word of ['（已于2026年2月3日废止）', '仍记录已废止事项的说明', '检查时尚未收到通知'])
      expect(review).toContain(word);
  });

  test('a referral with a unit whose last handler left: the sender, and whoever opens accounts; told on its page', async () => {
    const sent = site.find('referral', 'dispatched');
    const ask = '请对方单位或者安全管理员落实经办人';
    const seen = async () => [
      (await pageOf('scjg-handler', '/')).includes(ask),
      (await pageOf('security-admin', '/')).includes('为单位开通经办账号'),
      (await pageOf('scjg-leader', `/cases/${sent.id}`)).includes('没有可用的部门经办人账号'),
    ];
    expect(await seen()).toEqual([false, false, false]);
    const left = await query<{ id: string }>(
      `UPDATE account SET active = false WHERE department = 'WJW' AND 'departmentHandler' = ANY(capacities) AND active RETURNING id`,
    );
    expect(await seen()).toEqual([true, true, true]);
    // Who only opens accounts reads no case, and another unit is told nothing.
    expect(await pageOf('security-admin', '/')).not.toContain(sent.number);
    expect(await pageOf('sthj-handler', '/')).not.toContain(ask);
    const [rows] = left as unknown as [{ id: string }[]];
    await query(`UPDATE account SET active = true WHERE id = ANY($1::uuid[])`, [rows.map(({ id }) => id)]);
    expect(await seen()).toEqual([false, false, false]);
  });
});
