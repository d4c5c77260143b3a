import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDifferences } from '../../bin/compose/differences';
import { repair } from '../../bin/compose/repair';
import { caseLoop } from '../../bin/compose/case-loop';
import { kindOf } from '../../domain/processes';
import { CountyEngine } from '../engine/lifecycle/county-engine';
import { until } from '../engine/lifecycle/until';
import { propose } from '../engine/lifecycle/whole-check';
import { OlderDatabase } from './older-database';
import { OwnEngine } from './own-engine';

let engine: OwnEngine;
let county: CountyEngine;
const said: string[] = [];

beforeAll(async () => {
  engine = await OwnEngine.start();
  county = await CountyEngine.open({ engine });
});
afterAll(async () => {
  await county?.close();
  await engine?.close();
});

const consult = (check: string) => county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });

/** Mends what differs, as `npm run reconcile -- --repair` does; nothing may differ afterwards. */
async function mend(): Promise<void> {
  const { differences } = await findDifferences(county.client, county.dataSource, 500);
  await repair(county.gateway(), county.dataSource, differences, (line) => said.push(line));
  await until(
    () => findDifferences(county.client, county.dataSource, 200),
    (found) => found.differences.length === 0,
  );
}

/** Cases whose replaced runs are archived; none of anything but cases. */
async function archived(): Promise<string[]> {
  const runs: { id: string }[] = await county.dataSource.query('SELECT workflow_id AS id FROM run_history');
  expect(runs.every(({ id }) => kindOf(id))).toBe(true);
  return runs.map(({ id }) => id);
}

/** Every open case does its next act. */
async function expectEveryCaseActs(checks: string[]): Promise<void> {
  for (const check of checks) {
    const input = { reason: '恢复之后改在下季度实施' };
    expect(await county.act({ by: 'scjg-leader', act: 'jointCheck.withdraw', on: check, input })).toMatchObject({
      stage: 'withdrawn',
    });
  }
  await until(
    () =>
      county.dataSource.query<unknown[]>(`SELECT 1 FROM official_case WHERE NOT closed AND parent_id = ANY($1)`, [
        checks,
      ]),
    (rows) => rows.length === 0,
  );
}

test('yesterday’s database under today’s engine: nothing is judged on rows that are too old, and after the repair every case acts, and no number comes twice', async () => {
  const [acted, rested] = [await propose(county), await propose(county)];
  const yesterday = await OlderDatabase.keep(county.dataSource);
  await consult(acted);
  const lost = await propose(county);
  await until(
    () => findDifferences(county.client, county.dataSource, 200),
    ({ differences }) => differences.length === 0,
  );
  await yesterday.putBack();

  const early = await county.attempt({ by: 'scjg-handler', act: 'jointCheck.consult', on: acted });
  expect(early).toEqual({ kind: 'parked', code: 'CASE_BEHIND' });
  expect(await county.faults()).toMatchObject([{ case_id: acted, key: 'version', step: 'version' }]);
  await mend();
  expect(await archived()).toEqual(expect.arrayContaining([acted, lost]));
  expect(await county.faults()).toEqual([]);
  const again = await propose(county);
  expect(again).not.toBe(lost);
  await consult(acted);
  await expectEveryCaseActs([acted, rested, again]);
});

test('yesterday’s engine under today’s database: runs that know less are replaced, cases that the engine has forgotten are started', async () => {
  const kept = mkdtempSync(join(tmpdir(), 'yesterdays-engine-'));
  const known = await propose(county);
  await until(
    () => findDifferences(county.client, county.dataSource, 200),
    ({ differences }) => differences.length === 0,
  );
  await county.stopWorkers();
  await engine.kill();
  cpSync(engine.files, kept, { recursive: true });
  await engine.run();
  await county.startWorkers();
  await consult(known);
  const later = await propose(county);

  await county.stopWorkers();
  await engine.kill();
  rmSync(engine.files, { recursive: true });
  cpSync(kept, engine.files, { recursive: true });
  await engine.run();
  await county.startWorkers();
  const { differences } = await findDifferences(county.client, county.dataSource, 500);
  expect(differences.map(({ caseId, kind }) => `${caseId} ${kind}`).sort()).toEqual(
    [`${known} otherState`, `consultation/${known.slice('joint-check/'.length)}-Z1 noRun`, `${later} noRun`].sort(),
  );
  await mend();
  expect(await archived()).toContain(known);
  await expectEveryCaseActs([known, later]);
  rmSync(kept, { recursive: true });
});

test('a workflow that somebody terminated: the next act starts it, and so does the sweep', async () => {
  const [acts, waits] = [await propose(county), await propose(county)];
  for (const check of [acts, waits]) await county.client.workflow.getHandle(check).terminate('by hand');
  await consult(acts);
  const sweep = caseLoop(county.gateway(), county.dataSource, (failure) => said.push(String(failure)), {
    everyMs: 100,
    lateMs: 100,
    runsEveryMs: 200,
  });
  await until(
    () => county.client.workflow.getHandle(waits).describe(),
    (run) => run.status.name === 'RUNNING',
  );
  await sweep.stop();
  await expectEveryCaseActs([acts, waits]);
  expect(said.filter((line) => line.includes('Error'))).toEqual([]);
});
