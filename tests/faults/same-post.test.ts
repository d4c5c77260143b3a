import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { demonstrationPassword } from '../../db/seeds/demonstration';
import { tokenIn } from '../access/county-site';
import { seed } from '../database/registers/open-county';
import { CountyEngine } from '../engine/lifecycle/county-engine';
import { propose, schemeFor } from '../engine/lifecycle/whole-check';
import { openWeb } from '../engine/story/county-web';
import { expectInvariants } from './expect-invariants';
import { checkNumber } from '../engine/lifecycle/check-number';

const times = 50;
const password = demonstrationPassword(seed);
let county: CountyEngine;
let web: Awaited<ReturnType<typeof openWeb>>;

beforeAll(async () => {
  county = await CountyEngine.open();
  web = await openWeb(county);
});
afterAll(async () => {
  await web?.close();
  await county?.close();
});

const entriesOf = async (caseId: string, act: string) =>
  (await county.entries(caseId)).filter((entry) => entry.act === act);

/** The programming interface as a department's own system uses it. */
async function api(username: string) {
  const signedIn = await request(web.address).post('/api/v1/session').send({ username, password });
  const { token } = signedIn.body as { token: string };
  return (act: string, key: string, body: object) =>
    request(web.address)
      .post(`/api/v1/acts/${act}`)
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', key)
      .send(body);
}

test('the same form posted fifty times at once is one act, and each post leads to the case', async () => {
  const check = await propose(county, checkNumber(801));
  const agent = request.agent(web.address);
  const signIn = await agent.get('/sign-in');
  await agent
    .post('/sign-in')
    .type('form')
    .send({ _csrf: tokenIn(signIn.text), username: 'scjg-handler', password });
  const address = `/cases/${check}/acts/jointCheck.consult`;
  const form = await agent.get(address);
  const submissionId = /name="submissionId" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  expect(submissionId).not.toBe('');
  const answers = await Promise.all(
    Array.from({ length: times }, () =>
      agent
        .post(address)
        .type('form')
        .send({ _csrf: tokenIn(form.text), submissionId, version: '1' }),
    ),
  );

  expect(new Set(answers.map(({ status, headers }) => `${status} ${headers['location']}`))).toEqual(
    new Set([`303 /cases/${check}`]),
  );
  expect((await entriesOf(check, 'jointCheck.consult')).map((entry) => entry.submission)).toEqual([submissionId]);
  county.acknowledged.push({ caseId: check, submission: submissionId });
});

test('the same call posted fifty times at once under one key is one act, and each gets its receipt', async () => {
  const check = await propose(county, checkNumber(802));
  const [post, key] = [await api('scjg-handler'), randomUUID()];
  const answers = await Promise.all(
    Array.from({ length: times }, () => post('jointCheck.consult', key, { case: check, input: { version: 1 } })),
  );

  expect(answers.map(({ status }) => status)).toEqual(Array(times).fill(200));
  expect(new Set(answers.map(({ body }) => (body as { at: string }).at)).size).toBe(1);
  expect(await entriesOf(check, 'jointCheck.consult')).toHaveLength(1);
  county.acknowledged.push({ caseId: check, submission: key });
});

test('the same opening posted fifty times at once under one key is one case', async () => {
  const [post, key, scheme] = [await api('scjg-handler'), randomUUID(), await schemeFor(county)];
  const answers = await Promise.all(
    Array.from({ length: times }, () => post('jointCheck.propose', key, { input: { scheme } })),
  );

  expect(answers.map(({ status }) => status)).toEqual(Array(times).fill(200));
  const [caseId = '', ...others] = new Set(answers.map(({ body }) => (body as { caseId: string }).caseId));
  expect(others).toEqual([]);
  const opened: unknown[] = await county.dataSource.query('SELECT 1 FROM acts WHERE submission = $1', [key]);
  expect(opened).toHaveLength(1);
  county.acknowledged.push({ caseId, submission: key });
});

test('after all of that everything holds', () => expectInvariants(county));
