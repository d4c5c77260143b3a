import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Program } from './program';

/** A step that runs once (migrating, loading) failed. */
export class StepFailedError extends Error {
  readonly code = 'step_failed';
}

/**
 * Runs a program to its end with its output appended to `logFile`, and gives back what it printed.
 * @param heard called with each whole line as it comes
 * @throws StepFailedError with its last line
 */
export async function runToEnd(
  name: string,
  program: Program,
  logFile: string,
  signal?: AbortSignal,
  heard: (line: string) => void = () => undefined,
): Promise<string> {
  const log = createWriteStream(logFile, { flags: 'a' });
  const { command, args, environment: env } = program;
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop);
  let printed = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (printed.slice(printed.lastIndexOf('\n') + 1) + chunk.toString()).split('\n');
    printed += chunk.toString();
    for (const line of lines.slice(0, -1)) heard(line);
    log.write(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complained = (complained + chunk.toString()).slice(-4000);
    log.write(chunk);
  });
  const problem = await new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, ending) =>
      resolve(code === 0 ? undefined : (complained.trim().split('\n').at(-1) ?? String(ending ?? code))),
    );
  });
  signal?.removeEventListener('abort', stop);
  log.end();
  await finished(log);
  if (problem !== undefined) throw new StepFailedError(`${name} failed: ${problem}. All it said is in ${logFile}.`);
  return printed;
}
