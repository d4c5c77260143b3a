import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Program } from './program';

/** A process that was started; `ended` says how it went, and never rejects. */
export interface Running {
  pid: number;
  ended: Promise<string>;
  stop(limitMs: number): Promise<void>;
}

/**
 * Starts a program in a process group of its own (a Ctrl-C at the terminal reaches the supervisor alone, which then
 * stops parts in order), its output appended to `logFile`.
 */
export function launch(program: Program, logFile: string): Running {
  const log = openSync(logFile, 'a');
  const { command, args, environment: env, uid, gid, stopSignal = 'SIGTERM' } = program;
  const child = spawn(command, args, { env, uid, gid, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `exit status ${code}`));
  });
  void ended.then(() => killGroup(child));
  return { pid: child.pid ?? 0, ended, stop: (limitMs) => stop(child, ended, stopSignal, limitMs) };
}

async function stop(
  child: ChildProcess,
  ended: Promise<string>,
  signal: NodeJS.Signals,
  limitMs: number,
): Promise<void> {
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  await ended;
  clearTimeout(timer);
}

// What a killed part left behind in its group (a browser, a shell) would hold its ports and files.
function killGroup(child: ChildProcess): void {
  if (!child.pid || process.platform === 'win32') return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    return;
  }
}
