import { spawn } from 'node:child_process';

interface RunOptions {
  limitMs: number;
  environment?: NodeJS.ProcessEnv;
  cwd?: string;
}

/** How a program ended: everything it printed, and why it failed in one line where it did. */
interface RunOutcome {
  ok: boolean;
  output: string;
  problem: string;
}

/** Runs a program to its end or its time limit (milliseconds); never throws, because a miss is an answer here. */
export function runProgram(
  command: string,
  args: string[],
  { limitMs, environment, cwd }: RunOptions,
): Promise<RunOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: environment, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    // Not spawn's own time-out: it stays armed when there is no such program.
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ ok: false, output, problem: error.code === 'ENOENT' ? `no ${command} here` : error.message });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const last = output.trim().split('\n').at(-1) ?? '';
      if (code === 0) return resolve({ ok: true, output, problem: '' });
      resolve({
        ok: false,
        output,
        problem: signal ? `stopped after ${Math.round(limitMs / 1000)} s` : last || `exit status ${code}`,
      });
    });
  });
}
