import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Config } from '../../config';
import { createActSigner, createActVerifier, publicKeyOf } from '../../connectors/act-keys';
import type { GatewayWorld } from '../../engine/perform-act';
import { taskQueuesOf } from '../../workflows/contracts';
import { gatewayWorld, tellingWorld } from './gateway-world';
import { judgeWorld } from './judge-world';

/**
 * The gateway of a process that signs acts: the web, and what stands in its place to measure it.
 * @throws Error when ACT_KEY is not given
 */
export function signingGateway(
  client: Client,
  dataSource: DataSource,
  config: Pick<Config, 'actKey' | 'countyCode' | 'taskQueue'>,
  patienceMs: number,
): GatewayWorld {
  if (!config.actKey)
    throw new Error('ACT_KEY is needed to sign acts: start the system with `npm start`, or give the key');
  const verify = createActVerifier(publicKeyOf(config.actKey));
  const judging = judgeWorld(dataSource, { countyCode: config.countyCode, verify });
  const telling = tellingWorld(client, dataSource, taskQueuesOf(config.taskQueue).cases, patienceMs);
  return gatewayWorld(telling, dataSource, judging, createActSigner(config.actKey));
}
