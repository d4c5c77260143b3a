import { randomUUID } from 'node:crypto';
import { demonstrationPassword } from '../../db/seeds/demonstration';
import { seed } from '../database/registers/open-county';
import { CountyOfProcesses } from './county-of-processes';
import { expectInvariants } from './expect-invariants';
import { proposed, scheme } from './proposed';

let county: CountyOfProcesses;
beforeAll(async () => {
  county = await CountyOfProcesses.open({ settings: { ANSWER_DEADLINE_MS: '1000' } });
});
afterAll(() => county?.close());

interface Sent {
  by: string;
  act: string;
  caseId?: string;
  input: Record<string, unknown>;
  key: string;
}

/** One post without any patience: what the person reads. */
async function sendOnce({ by, act, caseId, input, key }: Sent): Promise<string> {
  const post = async (path: string, headers: Record<string, string>, body: object) => {
    const answer = await fetch(county.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { token?: string; code?: string };
  };
  const { token } = await post('/api/v1/session', {}, { username: by, password: demonstrationPassword(seed) });
  const { code } = await post(
    `/api/v1/acts/${act}`,
    { authorization: `Bearer ${token}`, 'idempotency-key': key },
    { case: caseId, input },
  );
  return code ?? 'done';
}

test('with all workers gone no act is lost in silence or done twice, and each is done under its submission when one is back', async () => {
  const consulted = await proposed(county);
  const withdrawn = await proposed(county);
  const acts: Sent[] = [
    { by: 'scjg-handler', act: 'jointCheck.consult', caseId: consulted, input: { version: 1 }, key: randomUUID() },
    {
      by: 'scjg-leader',
      act: 'jointCheck.withdraw',
      caseId: withdrawn,
      input: { reason: '与年度计划重复' },
      key: randomUUID(),
    },
    { by: 'scjg-handler', act: 'jointCheck.propose', input: { scheme: await scheme(county) }, key: randomUUID() },
  ];
  await county.killWorker();
  const before: unknown = await county.dataSource.query('SELECT id, state FROM official_case ORDER BY id');
  const told = [...(await Promise.all(acts.map(sendOnce))), ...(await Promise.all(acts.map(sendOnce)))];

  expect(told.filter((code) => !['ENGINE_UNREACHABLE', 'ACT_PENDING'].includes(code))).toEqual([]);
  expect(await county.dataSource.query('SELECT id, state FROM official_case ORDER BY id')).toEqual(before);

  await county.startWorker();
  const receipts = await Promise.all(
    acts.map(({ by, act, caseId, input, key }) => county.people.named(by).act(act, caseId, input, key)),
  );
  expect(receipts.map(({ stage }) => stage)).toEqual(['consulting', 'withdrawn', 'drafting']);
  const entries: { submission: string }[] = await county.dataSource.query(
    'SELECT submission FROM acts WHERE submission = ANY($1)',
    [acts.map(({ key }) => key)],
  );
  expect(entries.map(({ submission }) => submission).sort()).toEqual(acts.map(({ key }) => key).sort());
  await expectInvariants(county);
});
