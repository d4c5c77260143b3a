import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same id. */
export interface ProcessMark {
  pid: number;
  /** Start of the process as the system tells it. */
  began: string;
}

/** The mark of a running process; none where it has ended. */
export function markProcess(pid: number): ProcessMark | undefined {
  const began = beginningOf(pid);
  return began ? { pid, began } : undefined;
}

/** Whether the very process of the mark still runs. */
export function isRunning(mark: ProcessMark): boolean {
  return beginningOf(mark.pid) === mark.began;
}

function beginningOf(pid: number): string | undefined {
  if (!existsSync('/proc/self/stat'))
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const [state, began] = [afterName[0], afterName[19]];
    return state === 'Z' || state === 'X' ? undefined : began;
  } catch {
    return undefined;
  }
}
