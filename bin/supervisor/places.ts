import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config, SettingName } from '../../config';
import { isPortFree } from './free-port';
import { KeptValues } from './kept-values';

/** Ports, passwords and files of one DATA_DIR, chosen once and kept. */
export interface Places {
  enginePort: number;
  engineUiPort: number;
  postgresPort: number;
  workerHealthPort: number;
  standInPort: number;
  standInMailPort: number;
  postgresPassword: string;
  sessionSecret: string;
  engineDir: string;
  logFile(name: string): string;
}

/** A port that was asked for is taken. */
export class PortTakenError extends Error {
  readonly code = 'port_taken';
}

/**
 * Chooses what the settings leave open.
 * @throws PortTakenError naming the setting that changes it
 */
export async function choosePlaces(config: Config): Promise<Places> {
  const [runDir, engineDir, logDir] = ['run', 'engine', 'logs'].map((name) => join(config.dataDir, name)) as [
    string,
    string,
    string,
  ];
  for (const directory of [runDir, engineDir, logDir]) mkdirSync(directory, { recursive: true });
  await demandFree('PORT', config.port, config.host);
  const kept = new KeptValues(join(runDir, 'kept.json'));
  const port = async (name: SettingName, wished: number | undefined) => {
    if (!config.given.has(name) || wished === undefined) return kept.port(name);
    await demandFree(name, wished, '127.0.0.1');
    return wished;
  };
  return {
    enginePort: await port('ENGINE_PORT', config.enginePort),
    engineUiPort: await port('ENGINE_UI_PORT', config.engineUiPort),
    postgresPort: await port('POSTGRES_PORT', config.postgresPort),
    workerHealthPort: await port('WORKER_HEALTH_PORT', config.workerHealthPort),
    standInPort: await port('STAND_IN_PORT', config.standInPort),
    standInMailPort: await port('STAND_IN_MAIL_PORT', config.standInMailPort),
    postgresPassword: kept.secret('postgresPassword'),
    sessionSecret: kept.secret('sessionSecret'),
    engineDir,
    logFile: (name) => join(logDir, `${name}.log`),
  };
}

async function demandFree(name: SettingName, port: number, host: string): Promise<void> {
  if (await isPortFree(port, host)) return;
  throw new PortTakenError(
    `Port ${port} is taken; give another one with ${name}, for example ${name}=${port + 1} npm start.`,
  );
}
