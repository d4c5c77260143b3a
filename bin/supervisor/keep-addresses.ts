import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingName } from '../../config';

const told: SettingName[] = [
  'DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'CHROMIUM_PATH',
  'STAND_IN_PORT',
  'WORKER_HEALTH_PORT',
];

/** Notes where this DATA_DIR's parts are, readable by the owner alone, so that commands beside the running system find them. */
export function keepAddresses(dataDir: string, environment: NodeJS.ProcessEnv): void {
  const addresses = Object.fromEntries(told.map((name) => [name, environment[name]]));
  writeFileSync(join(dataDir, 'run', 'addresses.json'), JSON.stringify(addresses, null, 2), { mode: 0o600 });
}
