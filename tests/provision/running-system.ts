import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A supervisor over the small programs of `fixtures`, as a process of its own. */
export class RunningSystem {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(
    readonly dataDir: string,
    readonly port: number,
    more: NodeJS.ProcessEnv = {},
  ) {
    const environment = { ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir, PORT: String(port), ...more };
    this.child = spawn(process.execPath, [join(__dirname, 'fixtures', 'supervise.js')], { env: environment });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits for a line, counted from `after`; fails with all that was said when the process ends first. */
  async said(text: string | RegExp, after = 0): Promise<string> {
    for (;;) {
      const line = this.output
        .slice(after)
        .split('\n')
        .find((each) => (typeof text === 'string' ? each.includes(text) : text.test(each)));
      if (line !== undefined) return line;
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`ended without saying ${text}:\n${this.output}`);
      await pause(20);
    }
  }

  async signal(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  exit(): Promise<number | null> {
    return this.ended;
  }
}
