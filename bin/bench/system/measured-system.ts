import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { type Config, loadConfig } from '../../../config';
import { createDataSource } from '../../../db/data-source';
import { demonstrationPassword } from '../../../db/seeds/demonstration';
import { connectEngine } from '../../compose/connect-engine';
import { signingGateway } from '../../compose/signing-gateway';
import { County, type Desk } from '../check/county';
import { gatewayDesk } from '../check/gateway-desk';
import { httpDesk } from '../check/http-desk';
import { RunningSystem, type SystemPlace } from './running-system';

/** A running system and the ways into it that measuring takes. */
export class MeasuredSystem {
  private constructor(
    readonly running: RunningSystem,
    readonly client: Client,
    readonly county: County,
    readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly place: SystemPlace,
  ) {}

  /** Starts a system on new data and waits until nothing works in it. */
  static async open(place: SystemPlace): Promise<MeasuredSystem> {
    const running = await RunningSystem.start(place);
    await running.endStory();
    const { databaseUrl, temporalAddress } = running.addresses();
    // Its own settings, and none of the environment: what is measured is what `npm start` runs.
    const config = loadConfig({
      DATA_DIR: place.dataDir,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      // As the web has it: acts are signed, whoever sends them.
      ACT_KEY_FILE: join(place.dataDir, 'keys', 'act-key.pem'),
    });
    // As the web and the worker judge.
    const dataSource = await createDataSource(databaseUrl, config.databasePool, { prepares: true }).initialize();
    const client = await connectEngine(config);
    return new MeasuredSystem(running, client, new County(dataSource), config, dataSource, place);
  }

  /** Acts as the web hands them on. */
  gateway(): Desk {
    const { client, config, county, dataSource } = this;
    return gatewayDesk(county, signingGateway(client, dataSource, config, config.answerDeadlineMs));
  }

  /** Acts over HTTP. */
  http(): Desk {
    return httpDesk(this.running.baseUrl, this.password);
  }

  /** Of every account of the demonstration. */
  get password(): string {
    return demonstrationPassword(this.config.demonstrationSeed);
  }

  /** Process ids of its parts, by name. */
  parts(): Record<string, number> {
    const { parts } = JSON.parse(readFileSync(join(this.place.dataDir, 'run', 'processes.json'), 'utf8')) as {
      parts: Record<string, { pid: number }>;
    };
    return Object.fromEntries(Object.entries(parts).map(([name, { pid }]) => [name, pid]));
  }

  async close(): Promise<void> {
    await this.client.connection.close();
    await this.dataSource.destroy();
    await this.running.stop();
  }
}
