import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '../../../config';
import { freePort } from '../../supervisor/free-port';

export interface SystemPlace {
  /** Directory of a project with its own bin/start.mjs. */
  project: string;
  dataDir: string;
  /** Where engine and browser lie ready. */
  cacheDir: string;
}

/** A whole system as `npm start` runs it, on a data directory and ports of its own. */
export class RunningSystem {
  private constructor(
    private readonly child: ChildProcess,
    private readonly place: SystemPlace,
    readonly baseUrl: string,
    /** Seconds from the command to `ready`. */
    readonly startSeconds: number,
    /** Comes true once the demonstration's own cases are played; only a first start plays them. */
    readonly storyTold: Promise<void>,
  ) {}

  /**
   * Starts a system and waits until it says that it is ready.
   * @throws Error with its last lines where it ends before
   */
  static async start(place: SystemPlace): Promise<RunningSystem> {
    mkdirSync(place.dataDir, { recursive: true });
    // Run by root, PostgreSQL belongs to another account, which must be able to enter.
    chmodSync(place.dataDir, 0o711);
    const port = await freePort();
    const began = performance.now();
    const child = spawn(process.execPath, [join(place.project, 'bin', 'start.mjs')], {
      cwd: place.project,
      env: ownEnvironment(place, port),
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C at the terminal reaches the measuring process alone, which then stops its systems in order.
      detached: true,
    });
    const storyTold = says(child, /^demonstration cases: .*(acts played|not played|runs on without them)/m);
    // Where nobody waits for it, a system that is stopped first is no failure.
    storyTold.catch(() => undefined);
    await says(child, /^ready /m);
    return new RunningSystem(child, place, `http://127.0.0.1:${port}`, (performance.now() - began) / 1000, storyTold);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Where its parts are, as its supervisor noted it. */
  addresses(): { databaseUrl: string; temporalAddress: string } {
    const noted = JSON.parse(readFileSync(join(this.place.dataDir, 'run', 'addresses.json'), 'utf8')) as Record<
      string,
      string
    >;
    return { databaseUrl: noted.DATABASE_URL ?? '', temporalAddress: noted.TEMPORAL_ADDRESS ?? '' };
  }

  /** Ends the playing of the demonstration's own cases, so that nothing works beside what is measured. */
  async endStory(): Promise<void> {
    let told = false;
    const end = this.storyTold.finally(() => (told = true));
    while (!told) {
      for (const pid of childrenRunning(this.pid, 'story.js')) process.kill(pid, 'SIGTERM');
      await Promise.race([end, pause(200)]);
    }
    await end;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGINT');
    await ended;
  }
}

function childrenRunning(parent: number, program: string): number[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  return lines
    .filter(([, ppid, ...args]) => Number(ppid) === parent && args.some((arg) => arg.endsWith(program)))
    .map(([pid]) => Number(pid));
}

/** Nothing that belongs to a system of somebody else: its addresses, its ports and its settings are left out. */
function ownEnvironment({ dataDir, cacheDir }: SystemPlace, port: number): NodeJS.ProcessEnv {
  return childEnvironment({
    NODE_ENV: 'development',
    DATA_DIR: dataDir,
    CACHE_DIR: cacheDir,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: '',
    DATABASE_URL: '',
    DATABASE_PASSWORD: '',
    POSTGRES_PORT: '',
    TEMPORAL_ADDRESS: '',
    TEMPORAL_NAMESPACE: '',
    ENGINE_PORT: '',
    ENGINE_UI_PORT: '',
    TASK_QUEUE: '',
    WORKER_HEALTH_PORT: '',
    STAND_IN_PORT: '',
    STAND_IN_MAIL_PORT: '',
    MAIL_URL: '',
    PUBLIC_CREDIT_URL: '',
    JOINT_DISCIPLINE_URL: '',
    DEMONSTRATION: 'true',
    DEMONSTRATION_SEED: '',
    COUNTY_CODE: '',
  });
}

function says(child: ChildProcess, line: RegExp): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000);
      if (line.test(said)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', reject);
    child.on('close', () => reject(new Error(`The system ended before it said what was waited for:\n${said}`)));
  });
}
