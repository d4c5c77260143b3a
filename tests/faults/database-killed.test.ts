import { driveLifecycle } from '../../bin/demo/lifecycle';
import { CountyOfProcesses } from './county-of-processes';
import { expectInvariants } from './expect-invariants';
import { Moments } from './moments';
import { OwnPostgres } from './own-postgres';

let postgres: OwnPostgres;
let county: CountyOfProcesses;
const moments = new Moments('PostgreSQL stopped at once', { acts: 70, faults: 5 }, async () => {
  await postgres.crash();
  await postgres.run();
});

beforeAll(async () => {
  postgres = await OwnPostgres.start();
  county = await CountyOfProcesses.open({ databaseUrl: postgres.url, beforeAct: moments.act });
});
afterAll(async () => {
  await county?.close();
  await postgres?.close();
});

test('a whole check reaches its end although PostgreSQL is stopped at once again and again', async () => {
  const check = await driveLifecycle(county.people, county.address, { index: 0, objects: 4, lanes: 1, log: () => undefined });
  await moments.over();
  expect(check).toMatchObject({ drawn: 4, published: 12 });
  expect(check.referred).toBeGreaterThan(0);
  await expectInvariants(county);
}, 300_000);
