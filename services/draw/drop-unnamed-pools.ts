import type { Queryable } from '../../db/queryable';

/** Removes pools that were built for a freeze and that no batch names: the act was refused, or another one came first. */
export async function dropUnnamedPools(manager: Queryable, before: Date): Promise<void> {
  const unnamed = `SELECT p.id FROM pool p WHERE p.built_at < $1 AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.pool = p.id)`;
  for (const table of ['batch_object', 'batch_inspector', 'batch_file'])
    await manager.query(`DELETE FROM ${table} WHERE pool IN (${unnamed})`, [before]);
  await manager.query(`DELETE FROM pool WHERE id IN (${unnamed})`, [before]);
}
