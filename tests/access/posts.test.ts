import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { paths } from '../../api/paths';
import { processes } from '../../domain/processes';
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
