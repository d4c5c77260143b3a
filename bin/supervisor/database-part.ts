import type { Config } from '../../config';
import { awaitDatabase, withDatabase } from '../../db/provision/await-database';
import { preparePostgres } from '../../db/provision/embedded-postgres';
import type { PartPlan } from './engine-part';
import type { Places } from './places';
import type { Say } from './program';

/** Makes the cluster where no database is given, and says how to run it. */
export async function planDatabase(
  config: Config,
  places: Places,
  environment: NodeJS.ProcessEnv,
  say: Say,
): Promise<PartPlan> {
  const healthyAt = (url: string) => () => awaitDatabase(url, config.startSeconds * 1000);
  if (config.databaseUrl) return { address: config.databaseUrl, healthy: healthyAt(config.databaseUrl) };
  const prepare = () =>
    preparePostgres({
      dataDir: config.dataDir,
      port: places.postgresPort,
      password: places.postgresPassword,
      environment,
      say,
    });
  const address = withDatabase((await prepare()).url, 'shuangsuiji');
  return { address, program: prepare, healthy: healthyAt(address) };
}
