import { until } from '../engine/lifecycle/until';
import { CountyOfProcesses } from './county-of-processes';
import { expectInvariants } from './expect-invariants';
import { OwnPostgres } from './own-postgres';
import { proposed } from './proposed';

const stopSeconds = 5;
let postgres: OwnPostgres;
let county: CountyOfProcesses;

beforeAll(async () => {
  postgres = await OwnPostgres.start();
  county = await CountyOfProcesses.open({
    databaseUrl: postgres.url,
    settings: { STOP_SECONDS: String(stopSeconds), ANSWER_DEADLINE_MS: '1000' },
  });
});
afterAll(async () => {
  await county?.close();
  await postgres?.close();
});

/** Asks the worker to end; it must do so by itself before whoever asks would kill it. */
async function expectToEnd(): Promise<void> {
  const began = Date.now();
  expect(await county.signalWorker('SIGTERM')).toBe('exit status 0');
  expect(Date.now() - began).toBeLessThan(stopSeconds * 1000);
}

/** Sends out the letters of a check while its row is locked, so that recording the act gets no answer; gives the act, and what opens the row. */
async function consultBehindLock(check: string) {
  const session = county.dataSource.createQueryRunner();
  await session.startTransaction();
  await session.query('SELECT 1 FROM official_case WHERE id = $1 FOR UPDATE', [check]);
  const consulted = county.people.of('SCJG', 'handler').act('jointCheck.consult', check, {});
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await until(
    () => county.dataSource.query<unknown[]>(waiting),
    (rows) => rows.length > 0,
  );
  return { consulted, session };
}

async function expectConsultedOnce(check: string): Promise<void> {
  const entries: unknown[] = await county.dataSource.query(
    `SELECT 1 FROM acts WHERE subject_id = $1 AND act = 'jointCheck.consult'`,
    [check],
  );
  expect(entries).toHaveLength(1);
  await expectInvariants(county);
}

test('a worker that is recording an act on which PostgreSQL gives no answer ends in time, and the next worker records it once', async () => {
  const check = await proposed(county);
  const { consulted, session } = await consultBehindLock(check);
  await expectToEnd();
  await session.rollbackTransaction();
  await session.release();
  await county.startWorker();
  expect(await consulted).toMatchObject({ stage: 'consulting' });
  await expectConsultedOnce(check);
});

test('a worker whose PostgreSQL has gone ends in time, and the next worker records what was under way once', async () => {
  const check = await proposed(county);
  const { consulted, session } = await consultBehindLock(check);
  await postgres.crash();
  await session.release().catch(() => undefined);
  await expectToEnd();
  await postgres.run();
  await county.startWorker();
  expect(await consulted).toMatchObject({ stage: 'consulting' });
  await expectConsultedOnce(check);
});
