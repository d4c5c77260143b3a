import { join } from 'node:path';
import { keepAddresses } from './keep-addresses';
import { childEnvironment, type Config, type SettingName } from '../../config';
import { findBrowser } from '../../connectors/browser/find-browser';
import { actKeyFiles } from './act-keys';
import { accountTable } from './account-table';
import { planDatabase } from './database-part';
import { planEngine, type PartPlan } from './engine-part';
import { awaitHealth } from './health';
import { Part } from './part';
import { choosePlaces, type Places } from './places';
import type { Program, Say } from './program';
import { step } from './progress';
import { RunRecord } from './run-record';
import { runToEnd } from './run-to-end';

/** More would push the start's own lines off the screen; `npm run reconcile` names all. */
const shownDifferences = 10;

interface SupervisorOptions {
  config: Config;
  /** Directory of the compiled programs: web.js, worker.js, stand-in.js, migrate.js, seed.js, story.js. */
  programs: string;
  say: Say;
  /** Settings that this way of running gives to every program. */
  settings?: Partial<Record<SettingName, string>>;
}

/** Starts every process of the system, keeps them running, and stops them in order. */
export class Supervisor {
  private readonly record: RunRecord;
  private readonly parts = new Map<string, Part>();
  private readonly stopping = new AbortController();
  private stopped: Promise<void> | undefined;
  private story: Promise<void> = Promise.resolve();

  constructor(private readonly options: SupervisorOptions) {
    this.record = new RunRecord(options.config.dataDir);
  }

  /**
   * Brings everything up; says `ready` and the demonstration accounts at the end.
   * @throws Error whose message says which part failed and what to do; nothing is left running after `stop`
   */
  async start(): Promise<void> {
    const { config, say } = this.options;
    await this.record.take(config.stopSeconds * 1000, say);
    const places = await choosePlaces(config);
    const plain = childEnvironment({});
    const [engine, database, browser] = await step('finding engine, database and browser', say, () =>
      Promise.all([
        planEngine(config, places, plain, say),
        planDatabase(config, places, plain, say),
        findBrowser({ given: config.chromiumPath, cacheDir: config.cacheDir, environment: plain, say }),
      ]),
    );
    await Promise.all([this.bring('engine', engine, places), this.bring('postgres', database, places)]);
    const environment = this.environmentOf(places, engine, database, browser);
    keepAddresses(config.dataDir, environment);
    await this.once('migrate', [], environment, places);
    const keys = actKeyFiles(config.dataDir, config.actKey);
    const [, , , accounts] = await Promise.all([
      this.bringScript('stand-in', `http://127.0.0.1:${places.standInPort}/health`, environment, places),
      this.bringScript(
        'worker',
        `http://127.0.0.1:${places.workerHealthPort}/health`,
        { ...environment, ACT_PUBLIC_KEYS_FILE: keys.publicKeys },
        places,
      ),
      this.bringScript(
        'web',
        `http://${loopback(config.host)}:${config.port}/health`,
        { ...environment, ACT_KEY_FILE: keys.privateKey },
        places,
      ),
      this.loadDemonstration(environment, places),
    ]);
    if (this.stopping.signal.aborted) return;
    if (engine.uiUrl) say(`engine's own pages, for operators: ${engine.uiUrl}/namespaces/${config.temporalNamespace}`);
    say(`ready ${config.publicUrl}`);
    for (const line of accounts) say(line);
    await this.sayDifferences(environment, places);
    if (config.demonstration) this.story = this.tellStory(environment, places);
  }

  /** Starts parts anew whose programs changed; the others, and the data, stay. */
  async renew(names: string[]): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.options.say(`starting ${names.join(' and ')} anew`);
    await Promise.all(names.flatMap((name) => this.parts.get(name)?.renew() ?? []));
  }

  /** Stops web, worker, stand-in, engine and PostgreSQL in this order; safe to call at any time and again. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<void> {
    this.stopping.abort();
    await this.story;
    for (const name of ['web', 'worker', 'stand-in', 'engine', 'postgres']) {
      const part = this.parts.get(name);
      if (part) await step(`stopping ${name}`, this.options.say, () => part.stop());
    }
    this.record.release();
  }

  private bringScript(name: string, healthUrl: string, environment: NodeJS.ProcessEnv, places: Places): Promise<void> {
    const program = this.script(name, [], environment);
    return this.bring(
      name,
      {
        address: healthUrl,
        program: () => Promise.resolve(program),
        healthy: (signal) => awaitHealth(healthUrl, signal),
      },
      places,
    );
  }

  private async bring(name: string, plan: PartPlan, places: Places): Promise<void> {
    const { config, say } = this.options;
    if (this.stopping.signal.aborted) return;
    if (!plan.program) return step(`waiting for ${name}`, say, () => plan.healthy(this.stopping.signal));
    const [startLimitMs, stopLimitMs] = [config.startSeconds * 1000, config.stopSeconds * 1000];
    const part = new Part({
      name,
      program: plan.program,
      healthy: plan.healthy,
      logFile: places.logFile(name),
      startLimitMs,
      stopLimitMs,
      record: this.record,
      say,
    });
    this.parts.set(name, part);
    await step(`starting ${name}`, say, () => part.start());
  }

  private async loadDemonstration(environment: NodeJS.ProcessEnv, places: Places): Promise<string[]> {
    if (!this.options.config.demonstration) return [];
    await this.once('seed', [], environment, places);
    const printed = await this.once('seed', ['--accounts'], environment, places);
    return accountTable(JSON.parse(printed || '[]') as Record<string, unknown>[]);
  }

  /** After a restore, or a workflow that was ended by hand, rows and engine do not agree: whoever starts the system reads which. */
  private async sayDifferences(environment: NodeJS.ProcessEnv, places: Places): Promise<void> {
    const { say } = this.options;
    const lines: string[] = [];
    const { signal } = this.stopping;
    // Its exit status says the same as its lines.
    await runToEnd(
      'reconcile',
      this.script('reconcile', [], environment),
      places.logFile('reconcile'),
      signal,
      (line) => lines.push(line),
    ).catch(() => undefined);
    const differing = lines.slice(0, -1);
    if (differing.length === 0 || signal.aborted) return;
    for (const line of differing.slice(0, shownDifferences)) say(line);
    say(`${differing.length} cases differ between database and engine: npm run reconcile -- --repair`);
  }

  /** The demonstration's cases are played through the running system, as people would; whoever signs in need not wait for them. */
  private async tellStory(environment: NodeJS.ProcessEnv, places: Places): Promise<void> {
    const { say } = this.options;
    const { signal } = this.stopping;
    await runToEnd('story', this.script('story', [], environment), places.logFile('story'), signal, say).catch(
      (error: unknown) => {
        if (!signal.aborted)
          say(
            `demonstration cases: ${error instanceof Error ? error.message : String(error)} The system runs on without them; the next start tries again.`,
          );
      },
    );
  }

  private once(name: string, args: string[], environment: NodeJS.ProcessEnv, places: Places): Promise<string> {
    if (this.stopping.signal.aborted) return Promise.resolve('');
    const words: Record<string, string> = {
      migrate: 'migrating the database',
      seed: 'loading the demonstration county',
      'seed --accounts': 'listing the demonstration accounts',
    };
    return step(words[[name, ...args].join(' ')] ?? name, this.options.say, () =>
      runToEnd(name, this.script(name, args, environment), places.logFile(name), this.stopping.signal),
    );
  }

  private script(name: string, args: string[], environment: NodeJS.ProcessEnv): Program {
    return {
      command: process.execPath,
      args: ['--enable-source-maps', join(this.options.programs, `${name}.js`), ...args],
      environment,
    };
  }

  private environmentOf(places: Places, engine: PartPlan, database: PartPlan, browser: string): NodeJS.ProcessEnv {
    const { config } = this.options;
    return childEnvironment({
      ...this.options.settings,
      DATA_DIR: config.dataDir,
      CACHE_DIR: config.cacheDir,
      DATABASE_URL: database.address,
      // Part of the address by now.
      DATABASE_PASSWORD: '',
      TEMPORAL_ADDRESS: engine.address,
      CHROMIUM_PATH: browser,
      WORKER_HEALTH_PORT: String(places.workerHealthPort),
      STAND_IN_PORT: String(places.standInPort),
      STAND_IN_MAIL_PORT: String(places.standInMailPort),
      ...(config.demonstration && !config.mailUrl ? { MAIL_URL: `smtp://127.0.0.1:${places.standInMailPort}` } : {}),
      SESSION_SECRET: config.given.has('SESSION_SECRET') ? config.sessionSecret : places.sessionSecret,
      // Each process gets the keys that it needs and no other.
      ACT_KEY: '',
      ACT_PUBLIC_KEYS: '',
    });
  }
}

function loopback(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}
