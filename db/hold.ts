import type { Queryable } from './queryable';

/** Keeps everybody else from what goes by this name until the transaction ends. */
export async function hold(manager: Queryable, name: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
