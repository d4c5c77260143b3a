import { randomUUID } from 'node:crypto';
import { CountyEngine } from './county-engine';
import { until } from './until';
import { propose, schemeFor } from './whole-check';

const eventsAtMost = 150;
let county: CountyEngine;
beforeAll(async () => {
  county = await CountyEngine.open({ eventsAtMost });
});
afterAll(() => county?.close());

test('a stream of acts on one case goes on over several runs: each is done once, none is lost, refusals are found again', async () => {
  const check = await propose(county);
  const scheme = await schemeFor(county);
  const revise = (version: number, submission: string) => ({
    by: 'scjg-handler',
    act: 'jointCheck.revise',
    on: check,
    submission,
    input: { scheme, version, reason: '范围过宽' },
  });
  const runs = async () => {
    const found: { runId: string; events: number }[] = [];
    for await (const run of county.client.workflow.list({ query: `WorkflowId = "${check}"` }))
      found.push({ runId: run.runId, events: run.historyLength });
    return found;
  };
  const submissions: string[] = [];
  for (let version = 1; (await runs()).length < 6; version += 1) {
    const [submission, rival] = [randomUUID(), randomUUID()];
    // Two people send the same revision at once: one is done, the other is told that the content has changed.
    const told = await Promise.all([
      county.attempt(revise(version, submission)),
      county.attempt({ ...revise(version, rival), by: 'scjg-handler' }),
    ]);
    const codes = told.map((outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind)).sort();
    expect(codes).toEqual(['STALE_VERSION', 'done']);
    submissions.push(submission, rival);
    // The minute's limit for one person is not what this is about.
    if (version % 15 === 0)
      await county.dataSource.query(`UPDATE act_request SET at = at - interval '2 minutes' WHERE case_id = $1`, [
        check,
      ]);
  }
  const entries = (await county.entries(check)).filter(({ act }) => act === 'jointCheck.revise');
  expect(entries).toHaveLength(submissions.length / 2);
  expect(new Set(entries.map(({ submission }) => submission)).size).toBe(entries.length);
  expect(entries.every(({ submission }) => submissions.includes(submission))).toBe(true);
  for (const { events } of await runs()) expect(events).toBeLessThan(eventsAtMost + 100);
  await until(
    () => county.dataSource.query<unknown[]>('SELECT 1 FROM stray_request'),
    (rows) => rows.length === 0,
  );
}, 240_000);
