import { CountyOfProcesses } from './county-of-processes';
import { Moments } from './moments';
import { OwnEngine } from './own-engine';
import { expectReachesItsEnd } from './reaches-its-end';

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

test(
  'a whole check reaches its end although the engine is killed again and again',
  () => expectReachesItsEnd(county, moments),
  300_000,
);
