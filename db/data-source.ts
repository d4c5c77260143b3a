import path from 'node:path';
import { DataSource } from 'typeorm';
import { caseEntities } from './entities/cases';
import { exchangeEntities } from './entities/exchange';
import { registerEntities } from './entities/registers';

/** The database; tables change by migrations only, never by synchronising. */
export function createDataSource(url: string, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...caseEntities, ...exchangeEntities, ...registerEntities],
    migrations: [path.join(__dirname, 'migrations', '*.{js,ts}')],
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize,
    extra: { application_name: 'shuangsuiji', connectionTimeoutMillis: 10_000 },
  });
}
