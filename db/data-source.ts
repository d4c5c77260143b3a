import path from 'node:path';
import { DataSource } from 'typeorm';
import { caseEntities } from './entities/cases';
import { exchangeEntities } from './entities/exchange';
import { mailEntities } from './entities/mail';
import { registerEntities } from './entities/registers';
import { PreparingClient } from './preparing-client';

/**
 * The database; tables change by migrations only, never by synchronising.
 * @param prepares whether the server keeps the plans of this process's statements
 */
export function createDataSource(url: string, poolSize = 10, { prepares = false } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...caseEntities, ...exchangeEntities, ...mailEntities, ...registerEntities],
    migrations: [path.join(__dirname, 'migrations', '*.{js,ts}')],
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize,
    extra: {
      application_name: 'shuangsuiji',
      connectionTimeoutMillis: 10_000,
      ...(prepares ? { Client: PreparingClient } : {}),
    },
  });
}
