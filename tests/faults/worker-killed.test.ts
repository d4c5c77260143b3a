import { driveLifecycle } from '../../bin/demo/lifecycle';
import { CountyOfProcesses } from './county-of-processes';
import { expectInvariants } from './expect-invariants';
import { Moments } from './moments';

let county: CountyOfProcesses;
const moments = new Moments('worker killed', { acts: 70, faults: 4 }, async () => {
  await county.killWorker();
  await county.startWorker();
});

beforeAll(async () => {
  county = await CountyOfProcesses.open({ beforeAct: moments.act });
});
afterAll(() => county?.close());

test('a whole check reaches its end although its worker is killed again and again', async () => {
  const lines: string[] = [];
  const check = await driveLifecycle(county.people, county.address, { index: 0, objects: 4, lanes: 1, log: (line) => lines.push(line) });
  await moments.over();
  expect(check).toMatchObject({ drawn: 4, published: 12 });
  expect(check.referred).toBeGreaterThan(0);
  await expectInvariants(county);
}, 300_000);
