import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../bin/supervisor/free-port';
import { isRunning, markProcess } from '../../bin/supervisor/process-mark';
import { RunningSystem } from './running-system';

interface Processes {
  parts: Record<string, { pid: number }>;
}

describe('one supervising process', () => {
  const systems: RunningSystem[] = [];
  const directories: string[] = [];
  const cacheDir = resolve(process.env.CACHE_DIR ?? join('.data', 'cache'));

  function newDirectory(): string {
    const directory = mkdtempSync(join(tmpdir(), 'supervised-'));
    chmodSync(directory, 0o711);
    directories.push(directory);
    return directory;
  }
  function start(dataDir: string, port: number, more: NodeJS.ProcessEnv = {}): RunningSystem {
    const system = new RunningSystem(dataDir, port, { CACHE_DIR: cacheDir, ...more });
    systems.push(system);
    return system;
  }
  const pidOf = (dataDir: string, part: string) =>
    (JSON.parse(readFileSync(join(dataDir, 'run', 'processes.json'), 'utf8')) as Processes).parts[part]?.pid ?? 0;
  const notes = (dataDir: string) => readFileSync(join(dataDir, 'notes.txt'), 'utf8').trim().split('\n');
  afterAll(async () => {
    await Promise.all(systems.map((system) => system.signal('SIGTERM')));
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });

  test('says ready and the accounts, stops in order, and finds the same data at the next start', async () => {
    const dataDir = newDirectory();
    const port = await freePort();
    const first = start(dataDir, port);
    expect(await first.said(/^ready /)).toBe(`ready http://127.0.0.1:${port}`);
    expect(await first.said('scjg01')).toBe('scjg01   李青    经办人        demo');
    const answer = (await (await fetch(`http://127.0.0.1:${port}/health`)).json()) as { database: string };
    expect(await first.signal('SIGINT')).toBe(0);
    expect(notes(dataDir).slice(-3)).toEqual(['web stopped', 'worker stopped', 'stand-in stopped']);
    expect(first.output).not.toContain('again');

    const second = start(dataDir, port);
    await second.said(/^ready /);
    expect(readFileSync(join(dataDir, 'logs', 'migrate.log'), 'utf8')).toBe('start 1\nstart 2\n');
    const later = (await (await fetch(`http://127.0.0.1:${port}/health`)).json()) as { database: string };
    expect(later.database).toBe(answer.database);
    expect(await second.signal('SIGTERM')).toBe(0);
  });

  test('starts each part again after kill -9 and says so', async () => {
    const dataDir = newDirectory();
    const system = start(dataDir, await freePort());
    await system.said(/^ready /);
    for (const part of ['web', 'worker', 'stand-in', 'engine', 'postgres']) {
      const before = system.output.length;
      const pid = pidOf(dataDir, part);
      process.kill(pid, 'SIGKILL');
      expect(await system.said(`${part}: `, before)).toBe(`${part}: ended by SIGKILL; starting it again in 0.5 s`);
      await system.said(`${part}: running again`, before);
      expect(pidOf(dataDir, part)).not.toBe(pid);
    }
    expect(await system.signal('SIGTERM')).toBe(0);
  });

  test('starts a part anew whose program changed, in order and at once, and leaves the others', async () => {
    const dataDir = newDirectory();
    const system = start(dataDir, await freePort());
    await system.said(/^ready /);
    const parts = ['web', 'worker', 'stand-in', 'engine', 'postgres'];
    const before = parts.map((part) => pidOf(dataDir, part));
    process.kill(system.pid, 'SIGUSR2');
    await system.said('web: running again');
    expect(system.output).not.toContain('starting it again');
    expect(notes(dataDir)).toContain('web stopped');
    const after = parts.map((part) => pidOf(dataDir, part));
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect((await fetch(`http://127.0.0.1:${system.port}/health`)).status).toBe(200);
    expect(await system.signal('SIGTERM')).toBe(0);
  });

  test.each([
    ['fails, the system runs on and says so', 'fails', /^demonstration cases: story failed: the web did not answer\./],
    ['is still going on, the system is ready and can be stopped', 'lasts', /^demonstration cases: playing/],
  ])('where playing the demonstration’s cases %s', async (_what, ending, line) => {
    const system = start(newDirectory(), await freePort(), { STORY_FIXTURE: ending });
    await system.said(line);
    expect(system.output.indexOf('ready ')).toBeLessThan(system.output.indexOf('demonstration cases'));
    expect((await fetch(`http://127.0.0.1:${system.port}/health`)).status).toBe(200);
    expect(await system.signal('SIGINT')).toBe(0);
  });

  test('plays no cases where there is no demonstration', async () => {
    const system = start(newDirectory(), await freePort(), { DEMONSTRATION: 'false' });
    await system.said(/^ready /);
    expect(await system.signal('SIGINT')).toBe(0);
    expect(system.output).not.toContain('demonstration cases');
  });

  test('refuses a second supervisor on the same directory, and a taken port, in one line', async () => {
    const dataDir = newDirectory();
    const port = await freePort();
    const system = start(dataDir, port);
    await system.said(/^ready /);
    const second = start(dataDir, await freePort());
    expect(await second.exit()).toBe(1);
    expect(second.output).toMatch(
      /^Already running on \S+ \(process \d+\); stop it, or give another DATA_DIR and PORT\.\n$/,
    );
    const elsewhere = start(newDirectory(), port);
    expect(await elsewhere.exit()).toBe(1);
    expect(elsewhere.output).toBe(
      `Port ${port} is taken; give another one with PORT, for example PORT=${port + 1} npm start.\n`,
    );
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    expect(await system.signal('SIGTERM')).toBe(0);
  });

  test('two copies run side by side, and what a killed supervisor left is stopped by the next start', async () => {
    const [one, other] = [newDirectory(), newDirectory()];
    const killed = start(one, await freePort());
    const beside = start(other, await freePort());
    await Promise.all([killed.said(/^ready /), beside.said(/^ready /)]);
    const left = ['web', 'worker', 'stand-in', 'engine', 'postgres'].map((part) => pidOf(one, part));
    await killed.signal('SIGKILL');
    // An id alone could be that of a process that ended and was not collected yet, or of a later one.
    const marks = left.flatMap((pid) => markProcess(pid) ?? []);
    expect(marks.map(({ pid }) => pid)).toEqual(left);
    const next = start(one, killed.port);
    await next.said(/^ready /);
    expect(marks.filter(isRunning)).toEqual([]);
    expect(next.output).toContain(`web: stopping process ${left[0]}, which an earlier start left behind`);
    expect(beside.output).not.toContain('again');
    expect(await Promise.all([next.signal('SIGTERM'), beside.signal('SIGTERM')])).toEqual([0, 0]);
  });

  test('a kept port that another program took meanwhile is replaced', async () => {
    const dataDir = newDirectory();
    const system = start(dataDir, await freePort());
    await system.said(/^ready /);
    await system.signal('SIGTERM');
    const kept = Number(
      (JSON.parse(readFileSync(join(dataDir, 'run', 'kept.json'), 'utf8')) as Record<string, string>).STAND_IN_PORT,
    );
    const squatter = createServer().listen(kept, '127.0.0.1');
    const again = start(dataDir, await freePort());
    await again.said(/^ready /);
    squatter.close();
    expect(await again.signal('SIGTERM')).toBe(0);
  });
});
