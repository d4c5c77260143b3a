import type { EntityManager } from 'typeorm';

/** Firms that an officer keeps away from, by register id, each with the reason. */
export type Recusals = { object: string; reason: string }[];

/** The recusals of an officer as the register has them. */
export async function recusalsOf(manager: EntityManager, officer: string): Promise<Recusals> {
  return manager.query('SELECT object_id AS object, reason FROM recusal WHERE inspector_id = $1 ORDER BY object_id', [
    officer,
  ]);
}
