import { randomUUID } from 'node:crypto';
import { standingOfRun } from '../../engine/running-cases';
import { CountyEngine } from '../engine/lifecycle/county-engine';
import { until } from '../engine/lifecycle/until';
import { propose } from '../engine/lifecycle/whole-check';
import { OwnEngine } from './own-engine';
import { checkNumber } from '../engine/lifecycle/check-number';

let engine: OwnEngine;
let county: CountyEngine;
/** Name of the act after whose recording the engine dies, once: before the case has heard of it. */
let fatal: string | undefined;

beforeAll(async () => {
  engine = await OwnEngine.start();
  county = await CountyEngine.open({
    engine,
    wrap: (activities) => ({
      ...activities,
      async judgeAct(asked) {
        const answer = await activities.judgeAct(asked);
        const recorded: unknown[] = await county.dataSource.query(
          'SELECT 1 FROM act_outcome o JOIN act_request r ON r.key::text = o.key WHERE o.key = $1 AND r.act = $2',
          [asked.key, fatal ?? ''],
        );
        if (recorded.length > 0) {
          fatal = undefined;
          await engine.kill();
        }
        return answer;
      },
    }),
  });
});
afterAll(async () => {
  await county?.close();
  await engine?.close();
});

test('an act that was recorded when the engine died is known to its case afterwards, and what follows from it happens', async () => {
  const check = await propose(county, checkNumber(1));
  fatal = 'jointCheck.consult';
  const act = { by: 'scjg-handler', act: 'jointCheck.consult', on: check, submission: randomUUID() };
  await county.attempt({ ...act, patienceMs: 500 });
  await engine.run();
  await county.act(act);

  await until(
    () => standingOfRun(county.client, check),
    (run) => typeof run === 'object' && run.stage === 'consulting',
    30_000,
  );
  const round = county.client.workflow.getHandle(`consultation/${checkNumber(1)}-Z1`);
  await until(
    () =>
      round.describe().then(
        (run) => run.status.name,
        () => 'NOT STARTED',
      ),
    (status) => status === 'RUNNING',
    30_000,
  );

  expect(await county.act(act)).toMatchObject({ caseId: check });
  const entries = await county.entries(check);
  expect(entries.map((entry) => entry.act)).toEqual(['jointCheck.propose', 'jointCheck.consult']);
});
