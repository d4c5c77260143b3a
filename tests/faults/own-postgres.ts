import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bin/supervisor/free-port';
import { launch, type Running } from '../../bin/supervisor/launch';
import { awaitDatabase } from '../../db/provision/await-database';
import { preparePostgres } from '../../db/provision/embedded-postgres';

const startLimitMs = 60_000;

/** A PostgreSQL that one test file may kill; unlike the others of a test run it writes what it says that it wrote. */
export class OwnPostgres {
  private running: Running | undefined;

  private constructor(
    private readonly dataDir: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const dataDir = mkdtempSync(join(tmpdir(), 'own-postgres-'));
    // Run by root, PostgreSQL belongs to another account, which must be able to enter.
    chmodSync(dataDir, 0o711);
    const postgres = new OwnPostgres(dataDir, await freePort());
    await postgres.run();
    return postgres;
  }

  get url(): string {
    return `postgresql://postgres:own@127.0.0.1:${this.port}/county`;
  }

  async close(): Promise<void> {
    await this.running?.stop(15_000);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Starts it, on the files that an earlier run left. */
  async run(): Promise<void> {
    const program = await preparePostgres({
      dataDir: this.dataDir,
      port: this.port,
      password: 'own',
      environment: process.env,
      say: () => undefined,
    });
    this.running = launch(program, join(this.dataDir, 'postgres.log'));
    await Promise.race([
      awaitDatabase(this.url, startLimitMs),
      this.running.ended.then((how) => Promise.reject(new Error(`PostgreSQL ${how}`))),
    ]);
  }

  /** Stops it at once: sessions are cut off and nothing more is written, as on a machine that loses power. */
  async crash(): Promise<void> {
    if (!this.running) return;
    process.kill(this.running.pid, 'SIGQUIT');
    await this.running.ended;
  }
}
