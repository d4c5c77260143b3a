import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bin/supervisor/free-port';
import { comeUp } from '../../bin/supervisor/come-up';
import type { Running } from '../../bin/supervisor/launch';
import { awaitEngine } from '../../engine/provision/await-engine';
import { devServerProgram } from '../../engine/provision/dev-server';
import { findServer } from '../../engine/provision/find-server';
import { quickTimers } from '../setup/quick-timers';
import type { TestEngine } from '../setup/test-engine';

const namespace = 'shuangsuiji';
const startLimitMs = 60_000;

/** An engine that one test file may kill; its database outlives it. */
export class OwnEngine implements TestEngine {
  readonly namespace = namespace;
  readonly taskQueue = 'own';
  private running: Running | undefined;

  private constructor(
    private readonly directory: string,
    private readonly server: ReturnType<typeof devServerProgram>,
  ) {}

  static async start(): Promise<OwnEngine> {
    const cacheDir = process.env.CACHE_DIR ?? join('.data', 'cache');
    const found = await findServer({
      cliPath: process.env.TEST_TEMPORAL_CLI_PATH ?? process.env.TEMPORAL_CLI_PATH,
      cacheDir,
      environment: process.env,
      say: () => undefined,
    });
    if (found.kind === 'address') throw new Error('A test that kills its engine needs the program, not an address');
    const dataDir = mkdtempSync(join(tmpdir(), 'own-engine-'));
    const engine = new OwnEngine(
      dataDir,
      devServerProgram({ path: found.path, dataDir, port: await freePort(), uiPort: await freePort(), namespace }),
    );
    await engine.run();
    return engine;
  }

  /** Where its database lies. */
  get files(): string {
    return this.directory;
  }

  get address(): string {
    return this.server.address;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Starts it, on the database that an earlier run left. */
  async run(): Promise<void> {
    const program = { ...this.server, args: [...this.server.args, ...quickTimers], environment: process.env };
    this.running = await comeUp({
      name: 'engine',
      program: () => program,
      healthy: () => awaitEngine(this.address, namespace, startLimitMs),
      logFile: join(this.directory, 'engine.log'),
      startLimitMs,
      stopLimitMs: 15_000,
    });
  }

  /** kill -9. */
  async kill(): Promise<void> {
    if (!this.running) return;
    process.kill(this.running.pid, 'SIGKILL');
    await this.running.ended;
  }
}
