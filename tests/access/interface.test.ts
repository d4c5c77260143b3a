import { createHash } from 'node:crypto';
import request from 'supertest';
import {
  Case,
  CasePage,
  CheckCounts,
  CheckObjectPage,
  IssuedToken,
  ItemOption,
  Opening,
  OfficerPage,
  Person,
  ScopeCount,
  StoredFile,
  TimelineEntry,
  ToDoLine,
  Token,
} from '../../api/openapi/answers';
import { z } from '../../api/openapi/zod';
import type { VisitState } from '../../domain/visit/state';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

const get = (path: string, token: string) =>
  request(site.app).get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`);
const post = (path: string, token: string, body: object = {}) =>
  request(site.app).post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)]);

/** Nothing that the answer has is kept from its description, and nothing that is described is missing. */
function expectDescribed(answer: { status: number; body: unknown }, schema: z.ZodType): void {
  expect(answer.status).toBeLessThan(300);
  expect(schema.parse(answer.body)).toEqual(answer.body);
}

describe.each(['scjg-handler', 'scjg-leader', 'office-director', 'wjw-liaison', 'supervisor'])('as %s', (username) => {
  let token = '';
  beforeAll(async () => {
    token = await site.token(username);
  });

  test.each([
    ['/me', Person],
    ['/to-do', z.array(ToDoLine)],
    ['/cases?pageSize=500', CasePage],
    ['/items', z.array(ItemOption)],
    ['/objects?pageSize=500', CheckObjectPage],
    ['/officers?pageSize=500', OfficerPage],
  ])('%s answers as it is described', async (path, schema) => expectDescribed(await get(path, token), schema));

  test('every case that is listed, its timeline and its counts answer as they are described', async () => {
    const { rows } = CasePage.parse((await get('/cases?pageSize=500', token)).body);
    expect(rows.length).toBeGreaterThan(3);
    for (const { kind, number } of rows) {
      expectDescribed(await get(`/cases/${kind}/${number}`, token), Case);
      expectDescribed(await get(`/cases/${kind}/${number}/timeline`, token), z.array(TimelineEntry));
    }
    const check = rows.find(({ kind }) => kind === 'joint-check');
    expectDescribed(await get(`/joint-checks/${check?.number}/counts`, token), CheckCounts);
    expectDescribed(await post('/scope-count', token, {}), ScopeCount);
  });
});

describe('what acts name by id is found by what people know', () => {
  test('a firm by its whole code, an officer by the staff number', async () => {
    const token = await site.token('scjg-handler');
    const { rows } = CheckObjectPage.parse((await get('/objects?pageSize=500', token)).body);
    const coded = rows.find(({ uscc }) => uscc);
    const found = CheckObjectPage.parse((await get(`/objects?text=${coded?.uscc}`, token)).body);
    expect(found.rows.map(({ id }) => id)).toEqual([coded?.id]);
    const officers = OfficerPage.parse((await get('/officers', token)).body);
    const [officer] = officers.rows;
    const named = OfficerPage.parse((await get(`/officers?text=${officer?.staffNo}`, token)).body);
    expect(named.rows.map(({ id }) => id)).toContain(officer?.id);
  });

  test('what changed since a moment is listed, and nothing of a moment to come', async () => {
    const token = await site.token('scjg-handler');
    const since = (moment: string) => get(`/cases?changedSince=${encodeURIComponent(moment)}&pageSize=500`, token);
    const all = CasePage.parse((await get('/cases?pageSize=500', token)).body);
    expect(CasePage.parse((await since('2000-01-01T00:00:00+08:00')).body).total).toBe(all.total);
    expect(CasePage.parse((await since('2100-01-01T00:00:00Z')).body).rows).toEqual([]);
    expect((await since('yesterday')).body).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test.each(['/cases', '/objects', '/officers'])(
    '%s is read part after part to its end; a place that no answer gave, and a page by its number, are refused',
    async (path) => {
      const token = await site.token('office-director');
      const part = async (query: string) => {
        const { status, body } = await get(`${path}?${query}`, token);
        expect(status).toBe(200);
        return body as { rows: { id: string }[]; total: number; next: string | null };
      };
      const whole = await part('pageSize=500');
      const size = Math.ceil(whole.total / 3);
      const read: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const found: Awaited<ReturnType<typeof part>> = await part(
          `pageSize=${size}${next && `&after=${encodeURIComponent(next)}`}`,
        );
        read.push(...found.rows.map(({ id }) => id));
        next = found.next;
      }
      expect([read, whole.next]).toEqual([whole.rows.map(({ id }) => id), null]);
      // Begun anew, or answered with the first part again, a system would take one row for two.
      for (const wrong of ['after=nowhere', 'after=', 'page=2', 'pageSize=0', 'pageSize=501'])
        expect((await get(`${path}?${wrong}`, token)).body).toMatchObject({ status: 422, code: 'INVALID_INPUT' });
    },
  );
});

describe('what was given beyond what people see is told in the answer', () => {
  const remarks = { marks: ['U+200B', 'U+00AD'], unknown: ['U+E000'] };

  test('of a name, of a scope, of a file, each as it is described; a plain text has no remark', async () => {
    const token = await site.token('scjg-handler');
    const label = { label: '对\u200b接\u00ad\ue000', scope: ['read'], days: 1 };
    const issued = await post('/tokens', token, label);
    expectDescribed(issued, IssuedToken);
    expect(issued.body).toMatchObject({ label: '对接\ue000', remarks });
    const counted = await post('/scope-count', token, { tags: ['餐饮\u200b单位', '夜\u00ad查', '\ue000'] });
    expectDescribed(counted, ScopeCount);
    expect(counted.body).toMatchObject({ remarks });
    const sent = await request(site.app)
      .post('/api/v1/files')
      .set('Authorization', `Bearer ${token}`)
      .attach('file', png, '现\u200b场\u00ad\ue000.png');
    expectDescribed(sent, StoredFile);
    expect(sent.body).toMatchObject({ name: '现场\ue000.png', remarks });
    for (const body of [{ tags: ['餐饮单位'] }, {}])
      expect((await post('/scope-count', token, body)).body).not.toHaveProperty('remarks');
  });

  test('a refusal, which kept nothing, says nothing of it', async () => {
    const asked = { case: site.find('visit').id, input: { reason: '改\u200b期' } };
    const token = await site.token('scjg-handler');
    const refused = await post('/acts/visit.setDate', token, asked).set('Idempotency-Key', 'marks-refused');
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body).not.toHaveProperty('remarks');
  });
});

describe('tokens of systems', () => {
  const issue = async (scope: string[], days = 30) =>
    (await post('/tokens', await site.token('scjg-handler'), { label: '信用平台对接', scope, days })).body as {
      id: string;
      token: string;
    };

  test('one that may read reads, and does neither act nor send nor issue', async () => {
    const { token } = await issue(['read']);
    expect((await get('/to-do', token)).status).toBe(200);
    const visit = site.find('visit').id;
    for (const answer of [
      await post('/acts/visit.setDate', token, { case: visit, input: {} }).set('Idempotency-Key', 'read-only-1'),
      await request(site.app)
        .post('/api/v1/files')
        .set('Authorization', `Bearer ${token}`)
        .attach('file', png, 'a.png'),
      await post('/tokens', token, { label: '再发一个', scope: ['act'], days: 1 }),
      await get('/tokens', token),
    ])
      expect(answer.body).toMatchObject({ status: 403, code: 'TOKEN_SCOPE' });
  });

  test('one that may act does not read', async () => {
    const { token } = await issue(['act']);
    expect((await get('/cases', token)).body).toMatchObject({ code: 'TOKEN_SCOPE' });
  });

  test('its person lists it without what it opens with, sees its last day of use, and ends it at once', async () => {
    const own = await site.token('scjg-handler');
    const { id, token } = await issue(['read']);
    await get('/me', token);
    const listed = await get('/tokens', own);
    expectDescribed(listed, z.array(Token));
    expect(JSON.stringify(listed.body)).not.toContain(token);
    const line = (listed.body as { id: string; lastUsedOn: string | null }[]).find((one) => one.id === id);
    expect(line?.lastUsedOn).toMatch(/^\d{4}-\d\d-\d\d$/);

    expect((await post(`/tokens/${id}/end`, await site.token('wjw-handler'))).status).toBe(404);
    expect((await get('/me', token)).status).toBe(200);
    expect((await post(`/tokens/${id}/end`, own)).status).toBe(204);
    expect((await get('/me', token)).status).toBe(401);
    expect((await post(`/tokens/${id}/end`, own)).status).toBe(204);
  });

  test('one whose end has come opens nothing', async () => {
    const { id, token } = await issue(['read'], 1);
    await site.county.dataSource.query(`UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      id,
    ]);
    expect((await get('/me', token)).status).toBe(401);
  });

  test.each([
    { label: '没有期限', scope: ['read'] },
    { label: '太久', scope: ['read'], days: 4000 },
    { label: '什么都不能', scope: [], days: 3 },
    { label: '想发令牌', scope: ['tokens'], days: 3 },
  ])('$label is refused at the door', async (body) => {
    const answer = await post('/tokens', await site.token('scjg-handler'), body);
    expect(answer.body).toMatchObject({ status: 422, code: 'INVALID_INPUT' });
  });
});

describe('files', () => {
  const send = async (content: Buffer, name: string, field = 'file') =>
    request(site.app)
      .post('/api/v1/files')
      .set('Authorization', `Bearer ${await site.token('scjg-handler')}`)
      .attach(field, content, name);

  test('one that is sent is kept whole, under its own name', async () => {
    const answer = await send(png, '现场照片·后厨.png');
    expectDescribed(answer, StoredFile);
    expect(answer.body).toMatchObject({
      name: '现场照片·后厨.png',
      mime: 'image/png',
      size: png.length,
      sha256: createHash('sha256').update(png).digest('hex'),
    });
  });

  test('none, one of a kind that is not taken, and one under another field are refusals', async () => {
    expect((await send(Buffer.from('MZ'), 'setup.exe')).body).toMatchObject({ status: 415, code: 'FILE_TYPE_REFUSED' });
    expect((await send(png, 'a.png', 'photo')).body).toMatchObject({ status: 400, code: 'UPLOAD_BROKEN' });
    const token = await site.token('scjg-handler');
    expect((await post('/files', token)).body).toMatchObject({ status: 400, code: 'UPLOAD_BROKEN' });
  });
});

test('a system works by a token that the security administrator makes, sees once and ends; nobody else has the page', async () => {
  const agent = await site.as('security-admin');
  const form = async (address: string, values: object) => {
    const { text } = await agent.get(address);
    return { _csrf: tokenIn(text), submissionId: /name="submissionId" value="([^"]+)"/.exec(text)?.[1], ...values };
  };
  const account = {
    username: 'scjg-system',
    name: '市场监管业务系统',
    department: 'SCJG',
    capacities: ['departmentHandler'],
  };
  const opened = await agent
    .post('/accounts/new')
    .type('form')
    .send(await form('/accounts/new', { ...account, machine: 'true' }));
  expect(opened.status).toBe(303);
  const page = `${opened.headers['location'] ?? ''}/tokens`;
  expect((await agent.get(opened.headers['location'] ?? '')).text).toContain(page);

  const asked = await form(page, { label: '业务系统', scope: ['read'], days: '30' });
  expect(
    (
      await agent
        .post(page)
        .type('form')
        .send({ ...asked, days: '400' })
    ).status,
  ).toBe(422);
  expect(
    (
      await agent
        .post(page)
        .type('form')
        .send({ ...asked, _csrf: 'x' })
    ).status,
  ).toBe(403);
  const made = await agent.post(page).type('form').send(asked);
  const token = /class="app-token">([^<]+)</.exec(made.text)?.[1] ?? '';
  expect([made.status, made.headers['cache-control'], token.length]).toEqual([
    201,
    expect.stringContaining('no-store'),
    43,
  ]);
  expect((await agent.post(page).type('form').send(asked)).status).toBe(409);
  expect((await get('/cases', token)).status).toBe(200);
  expect((await post('/acts/jointCheck.withdraw', token, {})).status).toBe(403);
  const { text } = await agent.get(page);
  expect(text).not.toContain(token);

  for (const username of ['system-admin', 'audit-admin', 'scjg-leader']) {
    const other = await site.as(username);
    const _csrf = tokenIn((await other.get('/account/sessions')).text);
    expect([username, (await other.get(page)).status]).toEqual([username, 403]);
    expect([
      username,
      (
        await other
          .post(page)
          .type('form')
          .send({ ...asked, _csrf })
      ).status,
    ]).toEqual([username, 403]);
  }
  const end = /action="([^"]+\/end)"/.exec(text)?.[1] ?? '';
  expect(
    (
      await agent
        .post(end)
        .type('form')
        .send(await form(page, {}))
    ).status,
  ).toBe(303);
  expect((await get('/cases', token)).status).toBe(401);
  const person = await site.county.accountOf('scjg-handler');
  expect((await agent.get(`/accounts/${person}/tokens`)).status).toBe(404);
});

test('what an act answers for is handed out to whoever may do it, and the act is refused before', async () => {
  const ripe = site.cases.filter((state): state is VisitState => state.id.startsWith('visit/'));
  const found = ripe.find(({ results }) => results['SCJG']?.publication === 'awaiting' && results['SCJG'].code !== '1');
  if (!found) throw new Error('No adverse result waits to be published.');
  const token = await site.token('scjg-handler');
  const opening = `/cases/${found.id}/openings/visit.publishResult`;
  const publish = () =>
    post('/acts/visit.publishResult', token, {
      case: found.id,
      input: { version: found.results['SCJG']?.version },
    }).set('Idempotency-Key', 'publish-adverse-1');
  expect((await publish()).body).toMatchObject({ status: 422, code: 'ROW_NOT_OPENED' });
  for (const [username, path, status] of [
    ['office-director', opening, 403],
    ['wjw-liaison', opening, 403],
    ['scjg-handler', `/cases/${found.id}/openings/visit.setDate`, 404],
    ['scjg-handler', '/cases/visit/unknown/openings/visit.publishResult', 404],
  ] as const)
    expect(`${username} ${path} ${(await post(path, await site.token(username))).status}`).toBe(
      `${username} ${path} ${status}`,
    );
  expect((await publish()).body).toMatchObject({ code: 'ROW_NOT_OPENED' });
  expectDescribed(await post(opening, token), Opening);
  expect((await publish()).body).toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  const seen = await (await site.as('supervisor')).get(`/supervision/${found.id}`);
  expect(seen.text).toContain('看过“公示检查结果”所依据的内容');
});
