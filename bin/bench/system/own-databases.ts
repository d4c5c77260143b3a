import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { childEnvironment } from '../../../config';
import { createDataSource } from '../../../db/data-source';
import { awaitDatabase } from '../../../db/provision/await-database';
import { preparePostgres } from '../../../db/provision/embedded-postgres';
import { seedReference } from '../../../db/seeds/reference';
import { freePort } from '../../supervisor/free-port';
import { launch, type Running } from '../../supervisor/launch';

const startLimitMs = 60_000;
const password = 'bench';

/** A PostgreSQL for what is measured without web, worker and engine. */
export class OwnDatabases {
  private constructor(
    private readonly server: Running,
    private readonly port: number,
    private readonly project: string,
  ) {}

  /** @param dataDir where the cluster lies; its owner removes it */
  static async start(dataDir: string, project: string): Promise<OwnDatabases> {
    mkdirSync(dataDir, { recursive: true });
    // Run by root, PostgreSQL belongs to another account, which must be able to enter.
    chmodSync(dataDir, 0o711);
    const port = await freePort();
    const environment = childEnvironment({});
    const program = await preparePostgres({ dataDir, port, password, environment, say: () => undefined });
    return new OwnDatabases(launch(program, join(dataDir, 'postgres.log')), port, project);
  }

  /** A new database with reference data; plans of statements are kept as in web and worker. */
  async open(name: string): Promise<DataSource> {
    const url = `postgresql://postgres:${password}@127.0.0.1:${this.port}/${name}`;
    await awaitDatabase(url, startLimitMs);
    const dataSource = await createDataSource(url, 2, { prepares: true }).initialize();
    await dataSource.runMigrations({ transaction: 'each' });
    await seedReference(dataSource, join(this.project, 'data'), new Date());
    return dataSource;
  }

  async close(): Promise<void> {
    await this.server.stop(15_000);
  }
}
