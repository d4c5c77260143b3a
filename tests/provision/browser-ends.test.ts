import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBrowser } from '../../connectors/browser/find-browser';

const project = resolve(__dirname, '..', '..');

test('the browser of a process that is killed ends with it', async () => {
  const browserPath = await findBrowser({
    given: process.env.CHROMIUM_PATH,
    cacheDir: mkdtempSync(join(tmpdir(), 'browser-')),
    environment: process.env,
    say: () => undefined,
  });
  const owner = spawn(
    process.execPath,
    [
      '-e',
      `
    const { launchBrowser } = require('./dist/connectors/browser/launch-browser');
    launchBrowser({ browserPath: process.argv[1], timeoutMs: 30000 }).then((browser) => console.log(browser.process().pid));
  `,
      browserPath,
    ],
    { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const pid = await new Promise<number>((found) =>
    owner.stdout.once('data', (chunk: Buffer) => found(Number(chunk.toString()))),
  );
  expect(runs(pid)).toBe(true);
  owner.kill('SIGKILL');
  for (const until = Date.now() + 20_000; runs(pid) && Date.now() < until;) await pause(50);
  expect(runs(pid)).toBe(false);
});

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
