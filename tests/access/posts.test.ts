import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { paths } from '../../api/paths';
import { processes } from '../../domain/processes';
import type { JointCheckState } from '../../domain/joint-check/state';
import type { VisitState } from '../../domain/visit/state';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());
beforeEach(() => site.asked.splice(0));

const acts = Object.values(processes).flatMap((process) => process.acts);

test('a form without its token is refused, whoever posts it, and nothing is asked for', async () => {
  const { id } = site.find('joint-check', 'drafting');
  const posts = [
    paths.signIn,
    paths.signOut,
    paths.password,
    paths.extendSession,
    paths.jointCheckNew,
    '/new/jointCheck.propose',
    `/cases/${id}/acts/jointCheck.consult`,
  ];
  for (const agent of [await site.as('scjg-handler'), site.nobody()]) {
    for (const path of posts) {
      const plain = await agent.post(path).type('form').send({ submissionId: randomUUID() });
      expect(`${path} ${plain.status}`).toBe(`${path} 403`);
      const wrong = await agent.post(path).type('form').send({ _csrf: 'guessed' });
      expect(`${path} ${wrong.status}`).toBe(`${path} 403`);
    }
  }
  const upload = await (
    await site.as('scjg-handler')
  )
    .post(`/cases/${id}/acts/jointCheck.consult`)
    .field('submissionId', randomUUID());
  expect(upload.status).toBe(403);
  expect(site.asked).toEqual([]);
});

test('with its token the form reaches the case once, in the name of the person who is signed in', async () => {
  const { id } = site.find('joint-check', 'drafting');
  const agent = await site.as('scjg-handler');
  const home = await agent.get(`/cases/${id}`);
  const answer = await agent
    .post(`/cases/${id}/acts/jointCheck.withdraw`)
    .type('form')
    .send({ _csrf: tokenIn(home.text), reason: '改期', submissionId: randomUUID() });
  expect(answer.status).toBe(403);
  expect(site.asked).toEqual([]);
  const leader = await site.as('scjg-leader');
  const page = await leader.get(`/cases/${id}/acts/jointCheck.withdraw`);
  const done = await leader
    .post(`/cases/${id}/acts/jointCheck.withdraw`)
    .type('form')
    .send({ _csrf: tokenIn(page.text), reason: '改期', submissionId: randomUUID() });
  expect(done.status).toBe(503);
  expect(site.asked.map(({ act }) => act)).toEqual(['jointCheck.withdraw']);
});

describe('/api/v1', () => {
  const post = (act: string, token: string | undefined, body: object, key: string | undefined = randomUUID()) => {
    const call = request(site.app).post(`/api/v1/acts/${act}`);
    if (token) void call.set('Authorization', `Bearer ${token}`);
    if (key) void call.set('Idempotency-Key', key);
    return call.send(body);
  };

  test('without a token, or with a wrong one, the answer is a problem', async () => {
    for (const path of ['/me', '/to-do', '/cases', '/items', '/nothing']) {
      for (const header of [undefined, 'Bearer guessedguessedguessed', 'Basic x']) {
        const call = request(site.app).get(`/api/v1${path}`);
        const answer = header ? await call.set('Authorization', header) : await call;
        expect(answer.status).toBe(401);
        expect(answer.type).toBe('application/problem+json');
        expect(answer.body).toMatchObject({
          code: 'NOT_SIGNED_IN',
          status: 401,
          title: expect.any(String) as string,
          detail: expect.any(String) as string,
        });
      }
    }
  });

  test('every open act on a case of others is refused to a stranger as if the case were not there', async () => {
    const token = await site.token('sthj-handler');
    for (const process of Object.values(processes)) {
      const { id } = site.find(process.kind);
      for (const act of process.acts.filter((candidate) => !candidate.byClock && !candidate.opens)) {
        const answer = await post(act.name, token, { case: id, input: {} });
        expect(`${act.name} ${answer.status} ${answer.type}`).toBe(`${act.name} 404 application/problem+json`);
        expect(answer.body).toMatchObject({ code: 'CASE_UNKNOWN' });
      }
    }
    expect(site.asked).toEqual([]);
  });

  test('acts of the clock do not exist for anybody', async () => {
    const { id } = site.find('joint-check', 'underway');
    for (const username of ['scjg-handler', 'office-director', 'supervisor', 'system-admin']) {
      const token = await site.token(username);
      for (const act of acts.filter((candidate) => candidate.byClock)) {
        const answer = await post(act.name, token, { case: id, input: {} });
        expect(`${act.name} ${answer.status}`).toBe(`${act.name} 404`);
      }
    }
    expect(site.asked).toEqual([]);
  });

  test('administrators and supervisors perform nothing', async () => {
    for (const username of ['supervisor', 'system-admin', 'security-admin', 'audit-admin']) {
      const token = await site.token(username);
      for (const act of acts.filter((candidate) => !candidate.byClock)) {
        const kind = Object.values(processes).find((process) => process.acts.includes(act))?.kind ?? '';
        const answer = await post(act.name, token, act.opens ? { input: {} } : { case: site.find(kind).id, input: {} });
        expect([403, 404]).toContain(answer.status);
      }
    }
    expect(site.asked).toEqual([]);
  });

  test.each([
    ['no key', 'jointCheck.consult', { input: {} }, '', 422],
    ['a key with spaces', 'jointCheck.consult', { input: {} }, 'a b c d e f', 422],
    ['a case of no kind', 'jointCheck.consult', { case: '__proto__/1', input: {} }, undefined, 404],
    ['a case of another kind', 'jointCheck.consult', { case: 'draw/320723-2026-L0001-C1', input: {} }, undefined, 404],
    ['an unknown act', 'jointCheck.toString', { input: {} }, undefined, 404],
    [
      'an input that is no object',
      'jointCheck.consult',
      { case: 'joint-check/320723-2026-L0001', input: [] },
      undefined,
      422,
    ],
    [
      'an input that does not fit',
      'jointCheck.revise',
      { case: 'joint-check/320723-2026-L0001', input: { reason: 1 } },
      undefined,
      422,
    ],
    ['control characters in an id', 'jointCheck.consult', { case: 'joint-check/\u0000', input: {} }, undefined, 422],
  ])('%s is a clear answer', async (_what, act, body, key, status) => {
    const answer = await post(act, await site.token('scjg-handler'), body, key);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/problem+json');
    expect(site.asked).toEqual([]);
  });

  test('a body that is no JSON is a clear answer', async () => {
    const call = request(site.app)
      .post('/api/v1/acts/jointCheck.consult')
      .set('Authorization', `Bearer ${await site.token('scjg-handler')}`);
    const answer = await call
      .set('Content-Type', 'application/json')
      .set('Idempotency-Key', randomUUID())
      .send('{"case":');
    expect(answer.status).toBe(400);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'MALFORMED' });
  });
});

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

test('a person switches their mails on with an address of theirs, and off; a wrong one is told at the field and kept', async () => {
  const agent = await site.as('wjw-handler');
  const shown = async () => (await agent.get(paths.sessions)).text;
  const token = tokenIn(await shown());
  const post = (body: object) =>
    agent
      .post(paths.ownMail)
      .type('form')
      .send({ _csrf: token, submissionId: randomUUID(), ...body });
  const wrong = await post({ address: 'wjw at example', digest: 'yes' });
  expect([wrong.status, wrong.text.includes('value="wjw at example"')]).toEqual([422, true]);
  expect(wrong.text).toContain('请输入正确的邮箱地址');
  expect((await post({ address: 'wjw@county.example' })).status).toBe(303);
  const on = await shown();
  expect(on).toContain('value="wjw@county.example"');
  expect(on).toContain('不再发送邮件');
  // Nothing goes to an address whose owner has not answered.
  expect(on).toContain('邮件里的确认码');
  const guessed = await post({ code: '00000000x' });
  expect([guessed.status, guessed.text.includes('确认码不对')]).toEqual([422, true]);
  const [{ code }] = await site.county.dataSource.query<[{ code: string }]>('SELECT code FROM account_mail');
  expect((await post({ code: ` ${code} ` })).status).toBe(303);
  expect(await shown()).not.toContain('邮件里的确认码');
  // Of others' addresses nobody sees anything.
  expect((await (await site.as('system-admin')).get(paths.sessions)).text).not.toContain('wjw@county.example');
  expect((await post({ stop: 'yes' })).status).toBe(303);
  expect(await shown()).not.toContain('wjw@county.example');
  expect((await agent.post(paths.ownMail).type('form').send({ address: 'a@b.cn' })).status).toBe(403);
});

test('mails that do not go are told to system administrators, on their home page and among the faults', async () => {
  const pages = async (username: string) => {
    const agent = await site.as(username);
    return [(await agent.get(paths.home)).text, (await agent.get(paths.faults)).text].map((text) =>
      text.includes('等待重发'),
    );
  };
  expect(await pages('system-admin')).toEqual([false, false]);
  await site.county.dataSource.query(
    `INSERT INTO mail_message (key, account, template, words, attempts, failure, created_at, due_at) SELECT 'x', id, 'digest', '{}', 2, 'connect ECONNREFUSED', now(), now() FROM account LIMIT 1`,
  );
  expect(await pages('system-admin')).toEqual([true, true]);
  expect(await pages('scjg-handler')).toEqual([false, false]);
  await site.county.dataSource.query('DELETE FROM mail_message');
});
