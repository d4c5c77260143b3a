import { randomUUID } from 'node:crypto';
import { paths } from '../../api/paths';
import type { JointCheckState } from '../../domain/joint-check/state';
import type { VisitState } from '../../domain/visit/state';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());
beforeEach(() => site.asked.splice(0));

describe('acts on many cases', () => {
  const address = '/many/visit.reviewResult?within=320723-2026-L0001';
  const confirmed = () => {
    const found = site.cases.find((state): state is VisitState =>
      Object.values((state as Partial<VisitState>).results ?? {}).some(({ stage }) => stage === 'confirmed'),
    );
    if (!found) throw new Error('no confirmed result');
    return found;
  };
  const row = (number: string, more: Record<string, string>) => ({
    [`rows[${number}][submission]`]: randomUUID(),
    [`rows[${number}][version]`]: '1',
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`rows[${number}][${name}]`, value])),
  });

  test('an adverse record can be ticked only after this person opened it; that they did is recorded once', async () => {
    const { number } = confirmed();
    const agent = await site.as('scjg-leader');
    const page = await agent.get(address);
    const _csrf = tokenIn(page.text);
    const post = (body: Record<string, string>) =>
      agent
        .post(address)
        .type('form')
        .send({ _csrf, ...body });
    expect(page.text).toContain(`data-many-row="${number}"`);
    // What is to be read is not in the page before it is opened.
    expect(page.text).not.toContain('公示的资产总额与账簿不符');

    // A tick that no page offers.
    const unread = await post(row(number, { tick: 'on' }));
    expect(unread.status).toBe(422);
    expect(unread.text).toContain('须先展开看过');
    expect(site.asked).toEqual([]);

    const opened = await post({ ...row(number, { reason: '还没想好' }), command: `open:${number}` });
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('公示的资产总额与账簿不符');
    // What was typed meanwhile stays.
    expect(opened.text).toContain('还没想好');
    await post({ ...row(number, {}), command: `open:${number}` });
    const recorded: unknown[] = await site.county.dataSource.query(
      'SELECT case_id, act, version FROM row_opening WHERE case_id = $1',
      [`visit/${number}`],
    );
    expect(recorded).toEqual([{ case_id: `visit/${number}`, act: 'visit.reviewResult', version: 1 }]);

    // Of another version than the one that was opened.
    const older = await post({ ...row(number, { tick: 'on' }), [`rows[${number}][version]`]: '0' });
    expect(older.status).toBe(409);
    expect(site.asked).toEqual([]);
    await post(row(number, { tick: 'on' }));
    expect(site.asked.map(({ act }) => act)).toEqual(['visit.reviewResult']);
  });

  test.each([
    [{ tick: 'on', back: 'on', reason: '请写明年度' }, '请只留一项'],
    [{ back: 'on' }, '理由'],
    [{ reason: '请写明年度' }, '没有勾选退回'],
    [{ 'fields][registerRead': 'active' }, '没有勾选'],
    [{}, '请至少勾选一件'],
  ])('a row that says %j is told, and nothing of it is passed over', async (said, words) => {
    const { number } = confirmed();
    const agent = await site.as('scjg-leader');
    const _csrf = tokenIn((await agent.get(address)).text);
    const answer = await agent
      .post(address)
      .type('form')
      .send({ _csrf, ...row(number, said) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(site.asked).toEqual([]);
  });

  test('whoever may not do it finds no row, and what they send all the same reaches no case', async () => {
    const { number } = confirmed();
    for (const username of ['sthj-leader', 'scjg-handler', 'supervisor']) {
      const agent = await site.as(username);
      const page = await agent.get(address);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain('data-many-row');
      const _csrf = tokenIn((await agent.get(paths.sessions)).text);
      const body = { _csrf, ...row(number, { back: 'on', reason: '请写明年度' }) };
      await agent.post(address).type('form').send(body);
      await agent
        .post(address)
        .type('form')
        .send({ ...body, command: `open:${number}` });
    }
    expect(site.asked).toEqual([]);
    const opened: unknown[] = await site.county.dataSource.query(
      `SELECT 1 FROM row_opening r JOIN account a ON a.id = r.account WHERE a.username <> 'scjg-leader'`,
    );
    expect(opened).toEqual([]);
  });

  test('待公示结果 is ticked where one publishes it: a problem once opened, with what the public will see; others read it', async () => {
    const found = site.cases.find((state): state is VisitState =>
      Object.values((state as Partial<VisitState>).results ?? {}).some(({ publication }) => publication === 'awaiting'),
    );
    const number = found?.number ?? '';
    const agent = await site.as('scjg-handler');
    const queue = async (query = '') => (await agent.get(`${paths.publicationQueue}${query}`)).text;
    const page = await queue();
    expect(page).toContain(`data-many-row="${number}"`);
    expect(page).toContain('须展开看过方可勾选');
    expect(page).toContain('action="/many/visit.publishResult"');
    for (const filter of ['?finding=other', '?town=999999999', '?check=320723-2026-L9999', '?term=pending'])
      expect(`${filter} ${(await queue(filter)).includes('data-many-row')}`).toBe(`${filter} false`);
    expect(await queue('?finding=adverse&check=320723-2026-L0001')).toContain('data-many-row');
    expect(await queue('?show=all')).not.toContain('data-many-row');

    const opened = await agent
      .post('/many/visit.publishResult')
      .type('form')
      .send({ _csrf: tokenIn(page), ...row(number, {}), command: `open:${number}` });
    const seen = /<section class="app-many__beside"[\s\S]*?<\/section>/.exec(opened.text)?.[0] ?? '';
    expect(seen).toContain('公众将看到');
    const [firm] = await site.county.dataSource.query<{ name: string; uscc: string }[]>(
      'SELECT name, uscc FROM check_object WHERE id = $1',
      [found?.object],
    );
    for (const words of [firm?.name, firm?.uscc, '灌云县市场监督管理局', '2026年11月20日'])
      expect(seen).toContain(String(words));
    // Nothing that stays inside the house.
    expect(seen).not.toContain('公示的资产总额与账簿不符');

    for (const username of ['supervisor', 'office-director', 'scjg-leader'])
      expect((await (await site.as(username)).get(paths.publicationQueue)).text).not.toContain('data-many-row');
  });

  test('what goes out about one firm is written once, from record and items, and each addressee has an act of its own', async () => {
    const found = site.cases.find((state): state is VisitState =>
      Object.values((state as Partial<VisitState>).results ?? {}).some(({ disposition }) => disposition === 'open'),
    );
    const address = `/visits/${found?.number ?? ''}/referrals`;
    const agent = await site.as('scjg-handler');
    const page = await agent.get(address);
    expect(page.status).toBe(200);
    const fieldOf = (name: string) =>
      new RegExp(`<(?:textarea|input)[^>]* name="${name}"[^>]*(?:value="([^"]*)"|>([^<]*)</textarea>)`)
        .exec(page.text)
        ?.slice(1)
        .find(Boolean) ?? '';
    expect(fieldOf('facts')).toContain('公示的资产总额与账簿不符');
    const hidden = Object.fromEntries(
      [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
    const post = (body: object) =>
      agent
        .post(address)
        .type('form')
        .send({ ...hidden, ...body });
    const said = {
      facts: fieldOf('facts'),
      legalBasis: '《企业信息公示暂行条例》第十八条',
      catalogueCode: '99000000000001',
    };

    const nobody = await post(said);
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('请至少勾选一个去向');
    const wrong = await post({ ...said, catalogueCode: '12', to: 'new:jointDiscipline' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#catalogueCode"');
    expect(site.asked).toEqual([]);

    const sent = await post({ ...said, to: ['new:jointDiscipline', 'new:crossNotice:WJW'] });
    expect(sent.status).toBe(409);
    expect(site.asked.map(({ act }) => act)).toEqual(['visit.draftReferral']);
    // What was typed and ticked stays.
    expect(sent.text).toContain('《企业信息公示暂行条例》第十八条');
    expect(sent.text).toMatch(/value="new:jointDiscipline" checked/);

    for (const username of ['scjg-leader', 'supervisor', 'office-handler'])
      expect(`${username} ${(await (await site.as(username)).get(address)).status}`).toMatch(/ 40[34]$/);
  });

  test('a condition of an approval is reported as met from its row, once it is said which one and how', async () => {
    const check = site.cases.find(
      (state): state is JointCheckState =>
        state.stage === 'approved' && ((state as JointCheckState).conditions ?? []).some(({ fulfilled }) => !fulfilled),
    );
    const number = check?.number ?? '';
    const address = '/many/jointCheck.fulfilCondition';
    const agent = await site.as('scjg-handler');
    const page = await agent.get(address);
    expect(page.text).toContain(`data-many-row="${number}"`);
    const post = (more: Record<string, string>) =>
      agent
        .post(address)
        .type('form')
        .send({ _csrf: tokenIn(page.text), ...row(number, more) });
    const index = (check?.conditions ?? []).findIndex(({ fulfilled }) => !fulfilled);
    const opened = await agent
      .post(address)
      .type('form')
      .send({ _csrf: tokenIn(page.text), ...row(number, {}), command: `open:${number}` });
    expect(opened.text).toContain(`name="rows[${number}][fields][condition]"`);
    const missing = await post({ tick: 'on' });
    expect(missing.status).toBe(422);
    expect(site.asked).toEqual([]);
    await post({ tick: 'on', 'fields][condition': String(index), 'fields][note': '方案已经补充' });
    expect(site.asked.map(({ act }) => act)).toEqual(['jointCheck.fulfilCondition']);
  });

  test('an act that is not offered on many has no such page', async () => {
    const agent = await site.as('scjg-handler');
    for (const act of ['visit.enterResult', 'visit.noteExtension', 'nothing', '__proto__', 'constructor'])
      expect((await agent.get(`/many/${act}`)).status).toBe(404);
  });
});
