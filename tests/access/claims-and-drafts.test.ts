import { randomUUID } from 'node:crypto';
import { changeAccount } from '../../services/people/change-account';
import { Acting } from '../database/cases/acting';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

const query = (sql: string, parameters: unknown[] = []) =>
  site.county.dataSource.query(sql, parameters) as Promise<Record<string, unknown>[]>;
const id = () => site.find('consultation', 'open').id;
const act = 'consultation.draftAnswer';
const plain = (html: string) => html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
const home = async (who: string, search = '') => plain((await (await site.as(who)).get(`/${search}`)).text);
const casePage = async (who: string) => (await (await site.as(who)).get(`/cases/${id()}`)).text;
async function press(who: string, search: string, name = act) {
  const agent = await site.as(who);
  const _csrf = tokenIn((await agent.get('/account/sessions')).text);
  return agent.post(`/claims/${name}${search}`).type('form').send({ _csrf });
}
/** The task as the row of 待办 has it. */
const rowOf = (html: string) =>
  html
    .split('<tr ')
    .find((row) => row.includes(`case=${encodeURIComponent(id())}`) && row.includes(`/claims/${act}`)) ?? '';
const nameOf = async (who: string) =>
  String((await query('SELECT name FROM account WHERE username = $1', [who]))[0]?.['name']);
const on = () => `?case=${encodeURIComponent(id())}`;

beforeAll(async () => {
  // A second handler of the unit, who sees the same list.
  await query(
    `UPDATE account SET capacities = array_append(capacities, 'departmentHandler') WHERE username = 'wjw-liaison' AND NOT 'departmentHandler' = ANY(capacities)`,
  );
});

describe('我来办', () => {
  test('puts a name on a task of the unit; a colleague sees it and takes over with one press, and both stay known', async () => {
    const [handler, liaison] = [await nameOf('wjw-handler'), await nameOf('wjw-liaison')];
    expect(rowOf(await home('wjw-liaison'))).toContain('我来办');
    expect((await press('wjw-handler', on())).status).toBe(303);
    expect((await press('wjw-handler', on())).status).toBe(303);
    expect(rowOf(await home('wjw-liaison'))).toMatch(new RegExp(`${handler}[^]*接手`));
    expect(await casePage('wjw-liaison')).toContain(`${handler}在办`);
    expect(rowOf(await home('wjw-liaison', '?whose=mine'))).toBe('');
    expect(rowOf(await home('wjw-liaison', '?whose=nobody'))).toBe('');
    expect(rowOf(await home('wjw-handler', '?whose=mine'))).not.toBe('');

    expect((await press('wjw-liaison', on())).status).toBe(303);
    const now = await casePage('wjw-handler');
    expect(now).toContain(`${liaison}在办`);
    expect(now).toContain(`此前在办：${handler}`);
    expect(await query('SELECT account, ended_by IS NOT NULL AS ended FROM task_claim ORDER BY id')).toHaveLength(2);
  });

  test('stands in 经过 of the unit, taken, taken over and ended, between the acts and not counted among them', async () => {
    const { dataSource } = site.county;
    const timeline = async (who: string, search = '') =>
      (await (await site.as(who)).get(`/cases/${id()}/timeline${search}`)).text;
    const [handler, liaison] = [await nameOf('wjw-handler'), await nameOf('wjw-liaison')];
    const told = (html: string) =>
      [...html.matchAll(/app-timeline__what">([^<]*)<\/p>/g)]
        .map(([, title = '']) => title)
        .filter((one) => /办/.test(one));
    const draft = '起草答复';
    expect(told(await timeline('wjw-leader'))).toEqual([`接手：${draft}（此前${handler}在办）`, `我来办：${draft}`]);
    expect(await timeline('wjw-leader')).toContain(liaison);
    expect(await timeline('wjw-leader')).toContain('共 0 条；另有“我来办”的记录 2 条');
    // Whose name it is is the unit's own.
    for (const who of ['scjg-handler', 'supervisor']) expect([who, told(await timeline(who))]).toEqual([who, []]);
    expect(told(await timeline('wjw-leader', '?by=system'))).toEqual([]);
    expect(told(await timeline('wjw-leader', '?act=consultation.sendAnswer'))).toEqual([]);

    const change = async (values: Parameters<typeof changeAccount>[1]['values']) => {
      const [account] = await query(`SELECT id, version FROM account WHERE username = 'wjw-liaison'`);
      await changeAccount(dataSource, {
        id: String(account?.['id']),
        version: Number(account?.['version']),
        actor: await new Acting(site.county).as('security-admin', 'securityAdministrator'),
        at: new Date(),
        submission: randomUUID(),
        reason: '人员调整',
        values,
      });
    };
    await change({ active: false, despiteTasks: true });
    expect(told(await timeline('wjw-leader'))[0]).toBe(`不再在办：${draft}（离岗、调离或者账号停用）`);
    await change({ active: true });
    await query(`DELETE FROM register_change WHERE register = 'account'`);
    await change({ capacities: ['departmentLiaison'], despiteTasks: true });
    expect(told(await timeline('wjw-leader'))[0]).toBe(`不再在办：${draft}（离岗、调离或者账号停用）`);
    await change({ capacities: ['departmentLiaison', 'departmentHandler'] });

    // Of a long history each stands once, on the page of the acts around it: the first page, the gap between two, the last.
    await query(`DELETE FROM register_change WHERE register = 'account'`);
    await query(
      `INSERT INTO acts (act, subject_kind, subject_id, submission, account, capacity, department, at, entry, salt, leaf_hash)
       SELECT 'consultation.draftAnswer', 'consultation', $1, 'told-' || n, 'somebody', 'departmentHandler', 'WJW', now() - n * interval '1 minute', '', '', ''
       FROM generate_series(1, 250) n`,
      [id()],
    );
    const since = `now() - interval '100 minutes 30 seconds'`;
    await query(
      `UPDATE task_claim SET since = now() - interval '300 minutes', ended_at = ${since} WHERE ended_at IS NOT NULL`,
    );
    await query(`UPDATE task_claim SET since = ${since} WHERE ended_at IS NULL`);
    await query(`UPDATE task_claim SET ended_at = (SELECT max(since) FROM task_claim) WHERE ended_at IS NOT NULL`);
    const pages: string[][] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: string = plain(await timeline('wjw-leader', next));
      pages.push(told(page).filter((one) => one.includes(draft)));
      next = /href="[^"]*\/timeline(\?[^"]*after=[^"]*)"/.exec(page)?.[1];
    }
    expect(pages).toEqual([[`接手：${draft}（此前${handler}在办）`], [], [`我来办：${draft}`]]);
    await query(`DELETE FROM acts WHERE submission LIKE 'told-%'`);
    await query('UPDATE task_claim SET since = now() WHERE ended_at IS NULL');
  });

  test('is no lock, is nobody else’s to see, and nobody else’s to give', async () => {
    const before = await query('SELECT count(*) FROM task_claim');
    for (const who of ['scjg-handler', 'sthj-handler', 'wjw-leader', 'supervisor', 'system-admin'])
      expect([who, (await press(who, on())).status]).toEqual([who, 403]);
    expect((await press('wjw-handler', '?case=visit/nothing')).status).toBe(403);
    expect((await press('wjw-handler', on(), 'nothing.at.all')).status).toBe(404);
    expect((await press('wjw-handler', '')).status).toBe(422);
    // Giving back is for one's own name alone.
    await press('wjw-handler', `${on()}&release=yes`);
    expect(await casePage('wjw-handler')).toContain(`${await nameOf('wjw-liaison')}在办`);
    expect(await query('SELECT count(*) FROM task_claim')).toEqual(before);
    expect(await casePage('scjg-handler')).not.toContain('在办');
    const form = await (await site.as('wjw-handler')).get(`/cases/${id()}/acts/${act}`);
    expect(form.status).toBe(200);
  });

  test.each([
    ['a disabled account', `UPDATE account SET active = $2 WHERE username = $1`],
    [
      'a capacity taken away',
      `UPDATE account SET capacities = CASE WHEN $2::boolean THEN array_append(capacities, 'departmentHandler') ELSE array_remove(capacities, 'departmentHandler') END WHERE username = $1`,
    ],
    [
      'a task that ended and came back',
      `UPDATE case_waiting SET since = CASE WHEN $2::boolean THEN '2026-01-01'::timestamptz ELSE now() + interval '1 day' END WHERE case_id = '%' AND $1 <> ''`,
    ],
  ])('ends with %s', async (_name, sql) => {
    const set = (stands: boolean) => query(sql.replace('%', id()), ['wjw-liaison', stands]);
    const name = `${await nameOf('wjw-liaison')}在办`;
    expect(await casePage('wjw-handler')).toContain(name);
    await set(false);
    expect(await casePage('wjw-handler')).not.toContain(name);
    expect(rowOf(await home('wjw-handler'))).toContain('我来办');
    await set(true);
    expect(await casePage('wjw-handler')).toContain(name);
  });

  test('ends with leave', async () => {
    const [{ officer } = {}] = await query(
      `SELECT inspector_id AS officer FROM account WHERE department = 'WJW' AND inspector_id IS NOT NULL ORDER BY username LIMIT 1`,
    );
    await query('UPDATE account SET inspector_id = NULL WHERE inspector_id = $1', [officer]);
    const name = `${await nameOf('wjw-liaison')}在办`;
    await query(`UPDATE account SET inspector_id = $1 WHERE username = 'wjw-liaison'`, [officer]);
    await query(`UPDATE inspector SET duty_status = 'onLeave' WHERE id = $1`, [officer]);
    expect(await casePage('wjw-handler')).not.toContain(name);
    await query(`UPDATE inspector SET duty_status = 'onDuty' WHERE id = $1`, [officer]);
    expect(await casePage('wjw-handler')).toContain(name);
  });
});

describe('我的草稿', () => {
  const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

  test('lists what one has typed and not sent, says what was overtaken, leads on, and drops one by itself; nobody else’s', async () => {
    const agent = await site.as('wjw-handler');
    const empty = await agent.get('/drafts');
    expect([empty.status, empty.text.includes('没有草稿')]).toEqual([200, true]);
    const address = `/cases/${id()}/acts/${act}`;
    const page = (await agent.get(address)).text;
    const fields = { _csrf: tokenIn(page), _draft: hidden(page, '_draft'), _opened: hidden(page, '_opened') };
    await agent
      .post(address)
      .type('form')
      .send({ ...fields, version: '0', _draftCommand: 'save', verdict: 'object', reasons: '写了一半的理由' });
    const listed = plain((await agent.get('/drafts')).text);
    expect(listed).toContain(`href="${address}?draft=`);
    expect(listed).toContain('可以接着填写');
    expect((await agent.get('/')).text).toContain('href="/drafts"');
    expect((await (await site.as('wjw-leader')).get('/drafts')).text).toContain('没有草稿');

    await query(`UPDATE official_case SET state = jsonb_set(state, '{letters,WJW,version}', '3') WHERE id = $1`, [
      id(),
    ]);
    const overtaken = plain((await agent.get('/drafts')).text);
    expect(overtaken).toContain('内容已有更新');
    expect(overtaken).toContain('依据第 0 版，现为第 3 版');
    const action = /action="(\/drafts\?[^"]+)"/.exec(overtaken)?.[1] ?? '';
    const other = await site.as('wjw-leader');
    await other
      .post(action)
      .type('form')
      .send({ _csrf: tokenIn((await other.get('/drafts')).text) });
    expect((await agent.get('/drafts')).text).toContain('内容已有更新');
    expect(
      (
        await agent
          .post(action)
          .type('form')
          .send({ _csrf: tokenIn(overtaken) })
      ).status,
    ).toBe(303);
    expect((await agent.get('/drafts')).text).toContain('没有草稿');
  });
});
