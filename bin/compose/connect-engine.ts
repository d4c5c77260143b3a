import { Client, Connection } from '@temporalio/client';
import type { Config } from '../../config';

/**
 * A client of the engine.
 * @throws Error when TEMPORAL_ADDRESS is not given
 */
export async function connectEngine(config: Pick<Config, 'temporalAddress' | 'temporalNamespace'>): Promise<Client> {
  if (!config.temporalAddress)
    throw new Error('TEMPORAL_ADDRESS is not given: start the system with `npm start`, or say where the engine is');
  const connection = await Connection.connect({ address: config.temporalAddress });
  return new Client({ connection, namespace: config.temporalNamespace });
}
