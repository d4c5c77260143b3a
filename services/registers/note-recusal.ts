import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/actor';
import { recusalsOf } from './recusals-of';
import { recordChange } from './record-change';
import { readRow, registers } from './register-row';

/** A recusal that an act on a case brought to light. */
export interface FoundRecusal {
  officer: string;
  object: string;
  reason: string;
  /** The act by which it came up. */
  source: { actor: Actor; at: Date; submission: string; cause: string };
}

/**
 * Writes a recusal into the register in the transaction of the act that found it, with its history; one that stands there
 * already stays as it is.
 */
export async function noteRecusal(
  manager: EntityManager,
  { officer, object, reason, source }: FoundRecusal,
): Promise<void> {
  await readRow(manager, registers.inspector, officer);
  const before = await recusalsOf(manager, officer);
  if (before.some((known) => known.object === object)) return;
  await manager.query('INSERT INTO recusal (inspector_id, object_id, reason) VALUES ($1, $2, $3)', [
    officer,
    object,
    reason,
  ]);
  const [[written]]: [{ version: number }[], number] = await manager.query(
    'UPDATE inspector SET version = version + 1, updated_at = $2 WHERE id = $1 RETURNING version',
    [officer, source.at],
  );
  await recordChange(
    manager,
    { actor: source.actor, at: source.at, submission: source.submission, reason },
    {
      register: registers.inspector.name,
      id: officer,
      version: written?.version ?? 0,
      act: 'inspector.edit',
      cause: source.cause,
      before: { recusals: before },
      after: { recusals: await recusalsOf(manager, officer) },
    },
  );
}
