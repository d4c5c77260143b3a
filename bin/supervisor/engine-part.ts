import type { Config } from '../../config';
import { awaitEngine } from '../../engine/provision/await-engine';
import { devServerProgram } from '../../engine/provision/dev-server';
import { findServer } from '../../engine/provision/find-server';
import type { Places } from './places';
import type { Program, Say } from './program';

/** What the supervisor starts for a part of its own, or only the address where one is given. */
export interface PartPlan {
  address: string;
  program?(): Promise<Program>;
  healthy(signal: AbortSignal): Promise<void>;
}

/** Finds the engine and says how to run it, or that nothing is to be run. */
export async function planEngine(
  config: Config,
  places: Places,
  environment: NodeJS.ProcessEnv,
  say: Say,
): Promise<PartPlan & { uiUrl?: string }> {
  const {
    temporalAddress: address,
    temporalCliPath: cliPath,
    temporalNamespace: namespace,
    cacheDir,
    startSeconds,
  } = config;
  const healthyAt = (at: string) => () => awaitEngine(at, namespace, startSeconds * 1000);
  const found = await findServer({ address, cliPath, cacheDir, environment, say });
  if (found.kind === 'address') return { address: found.address, healthy: healthyAt(found.address) };
  say(`engine: Temporal CLI ${found.version} (${found.source})`);
  const server = devServerProgram({
    path: found.path,
    dataDir: places.engineDir,
    port: places.enginePort,
    uiPort: places.engineUiPort,
    namespace,
  });
  const program = { command: server.command, args: server.args, environment };
  return {
    address: server.address,
    uiUrl: server.uiUrl,
    program: () => Promise.resolve(program),
    healthy: healthyAt(server.address),
  };
}
