import { CountyOfProcesses } from './county-of-processes';
import { Moments } from './moments';
import { expectReachesItsEnd } from './reaches-its-end';

let county: CountyOfProcesses;
const moments = new Moments('worker killed', { acts: 70, faults: 4 }, async () => {
  await county.killWorker();
  await county.startWorker();
});

beforeAll(async () => {
  county = await CountyOfProcesses.open({ beforeAct: moments.act });
});
afterAll(() => county?.close());

test(
  'a whole check reaches its end although its worker is killed again and again',
  () => expectReachesItsEnd(county, moments),
  300_000,
);
