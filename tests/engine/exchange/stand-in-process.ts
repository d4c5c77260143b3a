import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../../bin/supervisor/free-port';

export const secrets = {
  'public-credit': 'secret-of-the-credit-system',
  'joint-discipline': 'secret-of-joint-discipline',
};

interface HeldRecord {
  key: string;
  sends: number;
  receipt: { receiptNo: string; receivedAt: string };
  message: { record: Record<string, unknown>; envelope: Record<string, string> };
}

/** The stand-in as a process of its own, on a directory that outlives its restarts. */
export class StandInProcess {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    readonly dataDir: string,
  ) {}

  static async start(): Promise<StandInProcess> {
    const standIn = new StandInProcess(await freePort(), await mkdtemp(join(tmpdir(), 'stand-in-')));
    await standIn.run();
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process and waits until it says that it listens. */
  async run(): Promise<void> {
    const root = resolve(__dirname, '../../..');
    const child = spawn(process.execPath, [join(__dirname, 'run-typescript.mjs'), join(root, 'bin/stand-in.ts')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        DATA_DIR: this.dataDir,
        STAND_IN_PORT: String(this.port),
        PUBLIC_CREDIT_KEY: secrets['public-credit'],
        JOINT_DISCIPLINE_KEY: secrets['joint-discipline'],
      },
    });
    this.child = child;
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('the stand-in ended before it listened')));
    const listening = new Promise<void>((done) =>
      child.stdout?.on('data', (text: Buffer) => text.includes('listening') && done()),
    );
    await Promise.race([listening, ended]);
    ended.catch(() => undefined);
  }

  /** kill -9. */
  async kill(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true });
  }

  async behave(behaviour: Record<string, unknown>): Promise<void> {
    const response = await fetch(`${this.url}/control`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ platform: '*', ...behaviour }),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  async records(platform: string): Promise<HeldRecord[]> {
    return this.list(platform, 'records');
  }

  /** What the platform shows by now, after every change and withdrawal. */
  async holdings(platform: string): Promise<HeldRecord[]> {
    return this.list(platform, 'holdings');
  }

  private async list(platform: string, what: string): Promise<HeldRecord[]> {
    const response = await fetch(`${this.url}/platforms/${platform}/${what}`);
    return ((await response.json()) as { records: HeldRecord[] }).records;
  }
}
