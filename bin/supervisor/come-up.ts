import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, type Running } from './launch';
import type { Program, Say } from './program';

/** How a program is brought up. */
export interface Coming {
  name: string;
  /** Asked again at each start, so that what a dead process left can be cleared first. */
  program(): Program | Promise<Program>;
  /** Resolves once the program serves; gives up by itself when `signal` is aborted. */
  healthy(signal: AbortSignal): Promise<void>;
  logFile: string;
  startLimitMs: number;
  stopLimitMs: number;
  /** How often it is started before it is given up. */
  tries?: number;
  /** No start is begun, and none waited for, after it is aborted. */
  stopping?: AbortSignal;
  /** Told of each process as soon as it runs. */
  started?: (running: Running, program: Program) => void;
  say?: Say;
}

const [usualTries, firstWaitMs] = [3, 500];

/** A program did not come up. */
export class PartFailedError extends Error {
  readonly code = 'part_failed';
}

/**
 * Starts a program and waits until it serves. One that ends by itself is started again: the engine chooses ports of its
 * own that another process may take before it listens, and ends with a trace then.
 * @throws PartFailedError when it ends again and again, or stays silent in the time limit
 */
export async function comeUp(coming: Coming): Promise<Running | undefined> {
  const { name, logFile, tries = usualTries } = coming;
  for (let nth = 1; ; nth++) {
    if (coming.stopping?.aborted) return undefined;
    const { running, failure } = await tryOnce(coming);
    if (failure === undefined) return running;
    if (!failure.ended || nth >= tries)
      throw new PartFailedError(`${name} did not come up (${failure.words}); its log is ${logFile}`);
    const waitMs = firstWaitMs * nth;
    coming.say?.(`${name}: ${failure.words}; starting it again in ${waitMs / 1000} s`);
    await pause(waitMs, undefined, { signal: coming.stopping }).catch(() => undefined);
  }
}

async function tryOnce(
  coming: Coming,
): Promise<{ running?: Running; failure?: { ended: boolean; words: string } | undefined }> {
  const { logFile, startLimitMs, stopLimitMs } = coming;
  const stopping = coming.stopping ?? new AbortController().signal;
  const program = await coming.program();
  if (stopping.aborted) return {};
  const before = sizeOf(logFile);
  const running = launch(program, logFile);
  coming.started?.(running, program);
  const giveUp = new AbortController();
  const failure = await Promise.race([
    coming.healthy(AbortSignal.any([giveUp.signal, stopping])).then(() => undefined),
    running.ended.then((how) => ({ ended: true, how })),
    pause(startLimitMs, { ended: false, how: `silent for ${startLimitMs / 1000} s` }, { signal: giveUp.signal }),
  ]).catch((error: unknown) => ({ ended: false, how: error instanceof Error ? error.message : String(error) }));
  giveUp.abort();
  if (failure === undefined || stopping.aborted) return { running };
  await running.stop(stopLimitMs);
  const said = tellingLine(logFile, before);
  return { failure: { ended: failure.ended, words: said ? `${failure.how}: ${said}` : failure.how } };
}

/** The line of what it wrote since `from` that says most: the first one that speaks of a failure, else the last. */
function tellingLine(logFile: string, from: number): string | undefined {
  const lines = readFileSync(logFile)
    .subarray(from)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return (lines.find((line) => /\b(error|panic|fatal)\b/i.test(line)) ?? lines.at(-1))?.trim().slice(0, 300);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
