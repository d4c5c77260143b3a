import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearStaleServer } from './stale-server';
import { isReachableByOthers } from './reachable';
import { copyPostgresFiles, postgresFiles, PostgresUnavailableError, serverAccount } from './postgres-files';

interface ClusterOptions {
  /** The cluster lies in `postgres` under it; absolute. */
  dataDir: string;
  port: number;
  /** Password of the role `postgres`, fixed when the cluster is made. */
  password: string;
  environment: NodeJS.ProcessEnv;
  say(line: string): void;
  /** Off only where a lost machine may lose data: tests. */
  durable?: boolean;
}

/** How to run the server, and where its maintenance database answers. */
export interface PostgresProgram {
  command: string;
  args: string[];
  uid?: number;
  gid?: number;
  environment: NodeJS.ProcessEnv;
  /** Ends sessions and stops in order ("fast"). */
  stopSignal: 'SIGINT';
  clusterDir: string;
  /** Address of the server with role and password, database `postgres`. */
  url: string;
}

/** Root's home is closed to the account that must run the server, so its cluster then lies here. */
const systemDir = '/var/lib/shuangsuiji';

/**
 * Makes the cluster under `dataDir` if there is none (UTF-8, locale C, password for TCP, no socket), clears what an
 * earlier server left, and says how to run it. Run by root, the server and its files belong to an unprivileged account.
 * @throws PostgresUnavailableError where the packaged server cannot run here
 */
export async function preparePostgres(options: ClusterOptions): Promise<PostgresProgram> {
  const account = serverAccount();
  let files = postgresFiles();
  let home = options.dataDir;
  mkdirSync(home, { recursive: true });
  if (account && !isReachableByOthers(join(home, 'postgres'))) {
    home = join(systemDir, createHash('sha256').update(options.dataDir).digest('hex').slice(0, 12));
    options.say(`database: the account ${account.name} cannot enter ${options.dataDir}; the cluster lies in ${home}`);
    mkdirSync(home, { recursive: true, mode: 0o755 });
  }
  if (account && !isReachableByOthers(files.postgres)) files = copyPostgresFiles(files, systemDir);
  const clusterDir = join(home, 'postgres');
  const environment = { ...options.environment, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };
  const run = { uid: account?.uid, gid: account?.gid, environment };
  if (!existsSync(join(clusterDir, 'PG_VERSION'))) makeCluster(files.initdb, clusterDir, options.password, run);
  await clearStaleServer(clusterDir, 10_000, options.say);
  return {
    command: files.postgres,
    args: ['-D', clusterDir, ...serverSettings(options.port, options.durable ?? true)],
    ...run,
    stopSignal: 'SIGINT',
    clusterDir,
    url: `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`,
  };
}

function serverSettings(port: number, durable: boolean): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    log_timezone: 'UTC',
    timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function makeCluster(
  initdb: string,
  clusterDir: string,
  password: string,
  run: Pick<PostgresProgram, 'uid' | 'gid' | 'environment'>,
): void {
  // Made aside and renamed, so that an interrupted first start leaves no half cluster.
  const parent = mkdtempSync(`${clusterDir}-new-`);
  const fresh = join(parent, 'cluster');
  const passwordFile = join(parent, 'password');
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (run.uid !== undefined && run.gid !== undefined) {
      chmodSync(parent, 0o711);
      for (const path of [fresh, passwordFile]) chownSync(path, run.uid, run.gid);
    }
    const how = [
      '--encoding=UTF8',
      '--locale=C',
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--no-instructions',
    ];
    const made = spawnSync(initdb, [`--pgdata=${fresh}`, ...how], {
      uid: run.uid,
      gid: run.gid,
      env: run.environment,
      encoding: 'utf8',
      cwd: '/',
    });
    if (made.status !== 0) {
      const reason = made.error?.message ?? made.stderr.trim().split('\n').at(-1);
      throw new PostgresUnavailableError(
        `The packaged PostgreSQL could not make its cluster in ${clusterDir}: ${reason}. Mend that, or give DATABASE_URL.`,
      );
    }
    renameSync(fresh, clusterDir);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
