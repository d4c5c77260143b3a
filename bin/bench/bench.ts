import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, type Config } from '../../config';
import { findBrowser } from '../../connectors/browser/find-browser';
import { findServer } from '../../engine/provision/find-server';
import { openCheck } from './check/open-check';
import type { Figure } from './figure';
import { Floor } from './floor/floor';
import { measureBareUpdate } from './measures/bare-update';
import { measureLongCase } from './measures/long-case';
import { measureActOverHttp } from './measures/act-over-http';
import { measureBatch } from './measures/batch';
import { measureCasePage } from './measures/case-page';
import { measureForms } from './measures/forms';
import { measureLifecycle } from './measures/lifecycle';
import { measureMemory } from './measures/memory';
import { measureSampling } from './measures/sampling';
import { measureSearch } from './measures/search';
import { measureStarts } from './measures/starts';
import { FormDesk } from './page/form-desk';
import { PageDesk } from './page/page-desk';
import { MeasuredSystem } from './system/measured-system';
import { OwnDatabases } from './system/own-databases';
import type { SystemPlace } from './system/running-system';

/** As in the worker of a whole system, so that neither side replays more than the other. */
const cachedWorkflows = 300;

interface BenchOptions {
  config: Config;
  /** The project's directory. */
  root: string;
  say(line: string): void;
}

/** Everything that is measured, on data directories and ports of its own that end with it. */
export class Bench {
  private readonly scratch = mkdtempSync(join(tmpdir(), 'shuangsuiji-bench-'));
  private readonly open = new Set<{ close(): Promise<void> }>();
  private systems = 0;

  /** By name, cheap ones first. */
  readonly measures: Record<string, (repeats: number) => Promise<Figure[]>> = {
    sampling: async (repeats) => [measureSampling(repeats)],
    search: (repeats) => this.search(repeats),
    forms: async (repeats) => [
      await measureForms(repeats, {
        browserPath: await this.browser(),
        root: this.options.root,
        scratch: this.scratch,
      }),
    ],
    lifecycle: (repeats) => this.lifecycle(repeats),
    'bare-update': (repeats) => this.bareUpdate(repeats),
    batch: (repeats) => this.batch(repeats),
    'case-page': (repeats) => this.casePage(repeats),
    'long-case': (repeats) => this.longCase(repeats),
    act: (repeats) => this.act(repeats),
    memory: (repeats) => this.memory(repeats),
    starts: (repeats) => this.starts(repeats),
  };

  constructor(private readonly options: BenchOptions) {}

  /** Ends what still runs and removes what was written. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.open].map((part) => part.close()));
    rmSync(this.scratch, { recursive: true, force: true });
  }

  private async search(repeats: number): Promise<Figure[]> {
    const databases = this.kept(await OwnDatabases.start(join(this.scratch, 'search'), this.options.root));
    let opened = 0;
    const figure = await measureSearch(repeats, () => databases.open(`search_${++opened}`));
    await this.end(databases);
    return [figure];
  }

  private async lifecycle(repeats: number): Promise<Figure[]> {
    const system = await this.system();
    const { temporalAddress: address = '', temporalNamespace: namespace } = system.config;
    const floor = this.kept(
      await Floor.open(system.client, { address, namespace, maxCachedWorkflows: cachedWorkflows }),
    );
    const figure = await measureLifecycle(repeats, {
      client: system.client,
      county: system.county,
      desk: system.gateway(),
      floor,
    });
    await this.end(floor);
    await this.end(system);
    return [figure];
  }

  private async bareUpdate(repeats: number): Promise<Figure[]> {
    const system = await this.system();
    const { temporalAddress: address = '', temporalNamespace: namespace } = system.config;
    const floor = this.kept(
      await Floor.open(system.client, { address, namespace, maxCachedWorkflows: cachedWorkflows }),
    );
    const figure = await measureBareUpdate(repeats, { county: system.county, desk: system.http(), floor });
    await this.end(floor);
    await this.end(system);
    return [figure];
  }

  private async longCase(repeats: number): Promise<Figure[]> {
    const system = await this.system();
    const { client, county } = system;
    const figure = await measureLongCase(repeats, { client, county, desk: system.gateway() });
    await this.end(system);
    return [figure];
  }

  private async batch(repeats: number): Promise<Figure[]> {
    const system = await this.system();
    const pages = new FormDesk(system.running.baseUrl);
    await pages.signIn('scjg-leader', system.password);
    const figure = await measureBatch(repeats, { county: system.county, desk: system.gateway(), pages });
    await this.end(system);
    return [figure];
  }

  private async casePage(repeats: number): Promise<Figure[]> {
    const system = await this.system();
    const web = this.kept(await PageDesk.open(system.config, this.options.root));
    const figures = await measureCasePage(repeats, {
      county: system.county,
      desk: system.gateway(),
      web,
      databaseUrl: system.config.databaseUrl ?? '',
      password: system.password,
    });
    await this.end(web);
    await this.end(system);
    return figures;
  }

  private async act(repeats: number): Promise<Figure[]> {
    const [few, many] = [await this.system(), await this.system()];
    const side = (system: MeasuredSystem) => ({ county: system.county, desk: system.http() });
    const figure = await measureActOverHttp(repeats, side(few), side(many));
    await this.end(few);
    await this.end(many);
    return [figure];
  }

  private async memory(repeats: number): Promise<Figure[]> {
    const system = await this.system();
    await openCheck(system.county, system.http(), 10);
    const figure = await measureMemory(repeats, system.running.pid, system.parts());
    await this.end(system);
    return [figure];
  }

  private async starts(repeats: number): Promise<Figure[]> {
    const { root } = this.options;
    return measureStarts(repeats, { root, scratch: this.scratch, cacheDir: await this.provisioned() });
  }

  private async system(): Promise<MeasuredSystem> {
    const cacheDir = await this.provisioned();
    const place: SystemPlace = {
      project: this.options.root,
      dataDir: join(this.scratch, `data-${++this.systems}`),
      cacheDir,
    };
    return this.kept(await MeasuredSystem.open(place));
  }

  /** Fetches engine and browser before anything is timed. */
  private async provisioned(): Promise<string> {
    const { config, say } = this.options;
    await findServer({
      cliPath: config.temporalCliPath,
      cacheDir: config.cacheDir,
      environment: childEnvironment({}),
      say,
    });
    await this.browser();
    return config.cacheDir;
  }

  private browser(): Promise<string> {
    const { config, say } = this.options;
    return findBrowser({
      given: config.chromiumPath,
      cacheDir: config.cacheDir,
      environment: childEnvironment({}),
      say,
    });
  }

  private kept<T extends { close(): Promise<void> }>(part: T): T {
    this.open.add(part);
    return part;
  }

  private async end(part: { close(): Promise<void> }): Promise<void> {
    this.open.delete(part);
    await part.close();
  }
}
