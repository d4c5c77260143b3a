import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Clears what an earlier server left in `clusterDir`: one that still runs on it is stopped (fast, then at once), a
 * pid file whose process is gone or is another program is removed.
 * @param limitMs milliseconds for the earlier server to end
 */
export async function clearStaleServer(
  clusterDir: string,
  limitMs: number,
  say: (line: string) => void,
): Promise<void> {
  const pidFile = join(clusterDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (isServerOf(pid, clusterDir)) {
    say(`database: stopping the PostgreSQL (process ${pid}) that an earlier start left behind`);
    process.kill(pid, 'SIGINT');
    if (!(await ends(pid, clusterDir, limitMs))) process.kill(pid, 'SIGQUIT');
    await ends(pid, clusterDir, limitMs);
  }
  rmSync(pidFile, { force: true });
}

async function ends(pid: number, clusterDir: string, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (Date.now() < until) {
    if (!isServerOf(pid, clusterDir)) return true;
    await pause(50);
  }
  return false;
}

function isServerOf(pid: number, clusterDir: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self/cmdline'))
    return existsSync(commandLine) && readFileSync(commandLine, 'utf8').split('\0').includes(clusterDir);
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
