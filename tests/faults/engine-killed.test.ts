import { driveLifecycle } from '../../bin/demo/lifecycle';
import { CountyOfProcesses } from './county-of-processes';
import { expectInvariants } from './expect-invariants';
import { Moments } from './moments';
import { OwnEngine } from './own-engine';

let engine: OwnEngine;
let county: CountyOfProcesses;
const moments = new Moments('engine killed', { acts: 70, faults: 5 }, async () => {
  await engine.kill();
  await engine.run();
});

beforeAll(async () => {
  engine = await OwnEngine.start();
  county = await CountyOfProcesses.open({ engine, beforeAct: moments.act });
});
afterAll(async () => {
  await county?.close();
  await engine?.close();
});

test('a whole check reaches its end although the engine is killed again and again', async () => {
  const check = await driveLifecycle(county.people, county.address, { index: 0, objects: 4, lanes: 1, log: () => undefined });
  await moments.over();
  expect(check).toMatchObject({ drawn: 4, published: 12 });
  expect(check.referred).toBeGreaterThan(0);
  await expectInvariants(county);
}, 300_000);
