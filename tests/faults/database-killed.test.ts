import { CountyOfProcesses } from './county-of-processes';
import { Moments } from './moments';
import { OwnPostgres } from './own-postgres';
import { expectReachesItsEnd } from './reaches-its-end';

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

test(
  'a whole check reaches its end although PostgreSQL is stopped at once again and again',
  () => expectReachesItsEnd(county, moments),
  300_000,
);
