import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../bin/supervisor/free-port';
import { launch, type Running } from '../../bin/supervisor/launch';
import { awaitDatabase, withDatabase } from '../../db/provision/await-database';
import { preparePostgres } from '../../db/provision/embedded-postgres';

describe('a PostgreSQL of our own', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cluster-'));
  chmodSync(dataDir, 0o711);
  const said: string[] = [];
  let running: Running | undefined;
  let url: string;
  let clusterDir: string;

  async function start(): Promise<Running> {
    const program = await preparePostgres({
      dataDir,
      port: await freePort(),
      password: 'p@ss:/',
      environment: process.env,
      say: (line) => said.push(line),
    });
    url = withDatabase(program.url, 'county');
    ({ clusterDir } = program);
    running = launch(program, join(dataDir, 'postgres.log'));
    await awaitDatabase(url, 30_000);
    return running;
  }
  async function ask(sql: string, at = url): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: at });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }
  afterAll(async () => {
    await running?.stop(15_000);
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('it is durable, in UTF-8, asks for the password and belongs to no root', async () => {
    await start();
    expect(
      await ask(
        "SELECT current_setting('fsync') f, current_setting('synchronous_commit') s, current_setting('server_encoding') e, current_setting('unix_socket_directories') u",
      ),
    ).toEqual([{ f: 'on', s: 'on', e: 'UTF8', u: '' }]);
    await expect(ask('SELECT 1', url.replace(/:[^:@]+@/, ':wrong@'))).rejects.toMatchObject({ code: '28P01' });
    await expect(awaitDatabase(url.replace(/:[^:@]+@/, ':wrong@'), 30_000)).rejects.toThrow(
      /database at 127\.0\.0\.1:\d+\/county was not ready/,
    );
    expect(statSync(clusterDir).mode & 0o077).toBe(0);
    if (process.getuid?.() === 0) expect(statSync(clusterDir).uid).not.toBe(0);
  });

  test('what was committed is there after kill -9 and a stop in order', async () => {
    await ask('CREATE TABLE kept (id int)');
    await ask('INSERT INTO kept SELECT generate_series(1, 1000)');
    process.kill(running?.pid ?? 0, 'SIGKILL');
    await running?.ended;
    expect(existsSync(join(clusterDir, 'postmaster.pid'))).toBe(true);
    await start();
    expect(await ask('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
    await running?.stop(15_000);
    await start();
    expect(await ask('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
  });

  test('a server that is still running on the directory is stopped first, and said so', async () => {
    const earlier = running;
    await start();
    expect(await earlier?.ended).toBe('exit status 0');
    expect(said).toContain(
      `database: stopping the PostgreSQL (process ${earlier?.pid}) that an earlier start left behind`,
    );
    expect(await ask('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
  });

  test('a pid file that names another living program is removed and that program left alone', async () => {
    await running?.stop(15_000);
    writeFileSync(join(clusterDir, 'postmaster.pid'), `${process.pid}\n${clusterDir}\n0\n1\n\n\n\n`);
    await start();
    expect(await ask('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
  });
});
