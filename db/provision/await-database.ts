import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** The database does not answer, or refuses the role that DATABASE_URL names. */
export class DatabaseNotReadyError extends Error {
  readonly code = 'database_not_ready';
}

/**
 * Waits until a query is answered, and makes the database that `url` names if the server has it not yet.
 * @param limitMs milliseconds after which it gives up
 * @throws DatabaseNotReadyError without the password
 */
export async function awaitDatabase(url: string, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  let problem: NodeJS.ErrnoException | undefined;
  while (Date.now() < until) {
    problem = await tryQuery(url);
    if (!problem) return;
    const [noSuchDatabase, badPassword, badRole] = ['3D000', '28P01', '28000'];
    if (problem.code === noSuchDatabase) await createDatabase(url);
    else if (problem.code === badPassword || problem.code === badRole) break;
    else await pause(100);
  }
  const { host, pathname } = new URL(url);
  throw new DatabaseNotReadyError(
    `The database at ${host}${pathname} was not ready in ${Math.round(limitMs / 1000)} s: ${problem?.message ?? 'no answer'}. See its log, or DATABASE_URL.`,
  );
}

async function tryQuery(url: string): Promise<NodeJS.ErrnoException | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database that `url` names, from `template` where given; one that exists is left as it is. */
export async function createDatabase(url: string, template = 'template0'): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)} ENCODING 'UTF8'`,
    );
  } catch (error) {
    const duplicate = '42P04';
    if ((error as { code?: string }).code !== duplicate) throw error;
  } finally {
    await client.end();
  }
}

/** The same server and role, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
