import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { People } from '../../bin/demo/people';
import { awaitHealth } from '../../bin/supervisor/health';
import { freePort } from '../../bin/supervisor/free-port';
import { launch, type Running } from '../../bin/supervisor/launch';
import { childEnvironment } from '../../config';
import { makeActKeys } from '../../connectors/act-keys';
import { createDataSource } from '../../db/data-source';
import { demonstrationPassword } from '../../db/seeds/demonstration';
import { secrets, StandInProcess } from '../engine/exchange/stand-in-process';
import { createSeededDatabase, seed, seedCounty } from '../setup/seeded-database';
import { testEngine, type TestEngine } from '../setup/test-engine';

const programs = join(__dirname, '..', '..', 'dist', 'bin');
const startLimitMs = 60_000;
const actKeys = makeActKeys();
const size = { objects: 300, inspectors: 150 };

interface Parts {
  /** An engine, or a database, of the test's own, where it is to be killed. */
  engine?: TestEngine;
  databaseUrl?: string;
  /** Called as a person sends an act. */
  beforeAct?: () => void;
  settings?: NodeJS.ProcessEnv;
}

/** A small county whose web and worker are the compiled programs, as processes that can be killed. */
export class CountyOfProcesses {
  readonly people: People;
  private worker: Running | undefined;
  private web: Running | undefined;

  private constructor(
    readonly dataSource: DataSource,
    readonly client: Client,
    readonly standIn: StandInProcess,
    private readonly directory: string,
    private readonly environment: NodeJS.ProcessEnv,
    parts: Parts,
    private readonly closing: () => Promise<void>,
  ) {
    this.people = new People(this.address, demonstrationPassword(seed), parts.beforeAct);
  }

  static async open(parts: Parts = {}): Promise<CountyOfProcesses> {
    const engine = parts.engine ?? (await testEngine({ ownNamespace: true }));
    const database = parts.databaseUrl ? undefined : await createSeededDatabase(size);
    const databaseUrl = parts.databaseUrl ?? database?.url ?? '';
    const dataSource = await createDataSource(databaseUrl, 10).initialize();
    if (!database) await load(dataSource);
    const standIn = await StandInProcess.start();
    const connection = await Connection.connect({ address: engine.address });
    const directory = mkdtempSync(join(tmpdir(), 'county-'));
    const environment = childEnvironment({
      NODE_ENV: 'test',
      DATA_DIR: directory,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: engine.address,
      TEMPORAL_NAMESPACE: engine.namespace,
      TASK_QUEUE: engine.taskQueue,
      PORT: String(await freePort()),
      WORKER_HEALTH_PORT: String(await freePort()),
      PUBLIC_CREDIT_URL: `${standIn.url}/platforms/public-credit`,
      PUBLIC_CREDIT_KEY: secrets['public-credit'],
      JOINT_DISCIPLINE_URL: `${standIn.url}/platforms/joint-discipline`,
      JOINT_DISCIPLINE_KEY: secrets['joint-discipline'],
      EXCHANGE_PER_MINUTE: '6000',
      CHROMIUM_PATH: process.env.TEST_CHROMIUM_PATH ?? '',
      LOG_LEVEL: 'error',
      ACT_KEY: actKeys.privateKey,
      ACT_PUBLIC_KEYS: actKeys.publicKey,
      ...parts.settings,
    });
    const county = new CountyOfProcesses(
      dataSource,
      new Client({ connection, namespace: engine.namespace }),
      standIn,
      directory,
      environment,
      parts,
      async () => {
        await connection.close();
        await standIn.close();
        await dataSource.destroy();
        await database?.drop();
        rmSync(directory, { recursive: true, force: true });
      },
    );
    await Promise.all([county.startWorker(), county.startWeb()]);
    return county;
  }

  get address(): string {
    return `http://127.0.0.1:${this.environment.PORT}`;
  }

  get acknowledged() {
    return this.people.acknowledged;
  }

  async close(): Promise<void> {
    await Promise.all([this.web?.stop(15_000), this.killWorker()]);
    await this.closing();
  }

  async startWorker(): Promise<void> {
    this.worker = await this.bring('worker', `http://127.0.0.1:${this.environment.WORKER_HEALTH_PORT}`);
  }

  /** kill -9. */
  async killWorker(): Promise<void> {
    await this.signalWorker('SIGKILL');
  }

  /** Sends a signal to the worker and waits until it has ended; says how. */
  async signalWorker(signal: NodeJS.Signals): Promise<string | undefined> {
    if (!this.worker) return undefined;
    const { pid, ended } = this.worker;
    this.worker = undefined;
    process.kill(pid, signal);
    return ended;
  }

  /** What a program has said. */
  log(name: 'worker' | 'web'): string {
    return readFileSync(join(this.directory, `${name}.log`), 'utf8');
  }

  private async startWeb(): Promise<void> {
    this.web = await this.bring('web', `${this.address}/health`);
  }

  private async bring(name: 'worker' | 'web', health: string): Promise<Running> {
    const program = {
      command: process.execPath,
      args: ['--enable-source-maps', join(programs, `${name}.js`)],
      environment: this.environment,
    };
    const running = launch(program, join(this.directory, `${name}.log`));
    const ended = running.ended.then((how) =>
      Promise.reject(new Error(`${name} did not come up: ${how}\n${this.log(name)}`)),
    );
    await Promise.race([awaitHealth(health, AbortSignal.timeout(startLimitMs)), ended]);
    ended.catch(() => undefined);
    return running;
  }
}

/** Loads a test's own database, which is on another server than the templates. */
async function load(dataSource: DataSource): Promise<void> {
  await dataSource.runMigrations({ transaction: 'each' });
  await seedCounty(dataSource, size);
}
