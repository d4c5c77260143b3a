import type { Queryable } from '../../db/queryable';
import type { StoredOutcome } from '../../domain/outcome';
import { openEffectsOf } from './case-row';

/** What became of one attempt; nothing as long as it was not judged. */
export async function findOutcome(manager: Queryable, place: string, key: string): Promise<StoredOutcome | undefined> {
  const rows: { outcome: StoredOutcome }[] = await manager.query(
    'SELECT outcome FROM act_outcome WHERE place = $1 AND key = $2',
    [place, key],
  );
  return rows[0]?.outcome;
}

/**
 * Keeps what became of an attempt; a parked one is replaced when it is judged after all.
 * @returns ids of what the case has still to carry out, in their order, because whoever was answered asks for them next;
 *   nothing where an outcome stood already
 */
export async function keepOutcome(
  manager: Queryable,
  place: string,
  key: string,
  outcome: StoredOutcome,
): Promise<string[] | undefined> {
  const rows: { effects: string[] }[] = await manager.query(
    `INSERT INTO act_outcome (place, key, outcome, at) VALUES ($1, $2, $3, clock_timestamp())
     ON CONFLICT (place, key) DO UPDATE SET outcome = EXCLUDED.outcome, at = EXCLUDED.at WHERE act_outcome.outcome->>'kind' = 'parked'
     RETURNING ${openEffectsOf('$1')} AS effects`,
    [place, key, JSON.stringify(outcome)],
  );
  return rows[0]?.effects;
}

/** Takes away that an attempt was parked, before it is tried again: whoever asks then waits for what becomes of it now. */
export async function forgetParked(manager: Queryable, place: string, key: string): Promise<void> {
  await manager.query(`DELETE FROM act_outcome WHERE place = $1 AND key = $2 AND outcome->>'kind' = 'parked'`, [
    place,
    key,
  ]);
}
