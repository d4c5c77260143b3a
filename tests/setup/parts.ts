import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { freePort } from '../../bin/supervisor/free-port';
import { comeUp } from '../../bin/supervisor/come-up';
import { launch, type Running } from '../../bin/supervisor/launch';
import { loadConfig } from '../../config';
import { findBrowser } from '../../connectors/browser/find-browser';
import { createDataSource } from '../../db/data-source';
import { awaitDatabase, withDatabase } from '../../db/provision/await-database';
import { preparePostgres } from '../../db/provision/embedded-postgres';
import { awaitEngine } from '../../engine/provision/await-engine';
import { devServerProgram } from '../../engine/provision/dev-server';
import { findServer } from '../../engine/provision/find-server';
import { quickTimers } from './quick-timers';
import { shareWorkflowBundle } from './workflow-bundle';

const startLimitMs = 60_000;
const stopLimitMs = 15_000;
const templateDatabase = 'template_shuangsuiji';
const say = (line: string) => process.stderr.write(`${line}\n`);

/** The parts of one test run; their addresses are in the environment, where test files find them. */
export class Parts {
  private running: Running[] = [];
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'shuangsuiji-test-'));

  async start(): Promise<void> {
    const config = loadConfig({ ...process.env, NODE_ENV: 'test' });
    process.env.TEST_DIRECTORY = this.dataDir;
    mkdirSync(config.cacheDir, { recursive: true });
    // Run by root, PostgreSQL belongs to another account, which must be able to enter.
    chmodSync(this.dataDir, 0o711);
    const common = { cacheDir: config.cacheDir, environment: process.env, say };
    const browser = findBrowser({ ...common, given: config.chromiumPath });
    await Promise.all([this.startPostgres(config.databaseUrl), this.startEngine(config), shareWorkflowBundle()]);
    process.env.TEST_CHROMIUM_PATH = await browser;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((part) => part.stop(stopLimitMs)));
    this.running = [];
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Ends at once what still runs. */
  kill(): void {
    for (const { pid } of this.running) endGroup(pid);
    if (this.running.length > 0) rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async startPostgres(given: string | undefined): Promise<void> {
    const url = given ?? (await this.ownPostgres());
    await awaitDatabase(url, startLimitMs);
    const template = withDatabase(url, templateDatabase);
    await awaitDatabase(template, startLimitMs);
    const dataSource = await createDataSource(template, 2).initialize();
    await dataSource.runMigrations({ transaction: 'each' });
    await dropSeeded(dataSource);
    await dataSource.destroy();
    process.env.TEST_DATABASE_URL = url;
    process.env.TEST_TEMPLATE_DATABASE = templateDatabase;
  }

  private async ownPostgres(): Promise<string> {
    const port = await freePort();
    const program = await preparePostgres({
      dataDir: this.dataDir,
      port,
      password: 'test',
      environment: process.env,
      say,
      durable: false,
    });
    this.running.push(launch(program, join(this.dataDir, 'postgres.log')));
    return program.url;
  }

  private async startEngine(config: ReturnType<typeof loadConfig>): Promise<void> {
    const found = await findServer({
      address: config.temporalAddress,
      cliPath: config.temporalCliPath,
      cacheDir: config.cacheDir,
      environment: process.env,
      say,
    });
    const namespace = config.temporalNamespace;
    let address: string;
    if (found.kind === 'address') {
      ({ address } = found);
      await awaitEngine(address, namespace, startLimitMs);
    } else {
      const server = devServerProgram({
        path: found.path,
        dataDir: this.dataDir,
        port: await freePort(),
        uiPort: await freePort(),
        namespace,
      });
      const program = { ...server, args: [...server.args, ...quickTimers], environment: process.env };
      await comeUp({
        name: 'engine',
        program: () => program,
        healthy: () => awaitEngine(server.address, namespace, startLimitMs),
        logFile: join(this.dataDir, 'engine.log'),
        startLimitMs,
        stopLimitMs,
        started: (running) => this.running.push(running),
        say,
      });
      ({ address } = server);
      process.env.TEST_TEMPORAL_CLI_PATH = found.path;
    }
    process.env.TEST_TEMPORAL_ADDRESS = address;
    process.env.TEST_TEMPORAL_NAMESPACE = namespace;
  }
}

// A server that is given for all runs may hold what earlier seeds made.
async function dropSeeded(dataSource: DataSource): Promise<void> {
  const left: { datname: string }[] = await dataSource.query(
    `SELECT datname FROM pg_database WHERE datname LIKE 'seeded\\_%'`,
  );
  for (const { datname } of left) await dataSource.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
