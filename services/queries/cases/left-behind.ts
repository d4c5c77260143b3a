import type { Queryable } from '../../../db/queryable';

/**
 * Cases on which something should have happened a while ago: an effect that nobody carried out, a step of the clock that
 * nobody took. Their run is gone, or was told something that was not true.
 */
export async function casesLeftBehind(manager: Queryable, before: Date): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT case_id AS id FROM case_effect WHERE state = 'open' AND created_at < $1
     UNION SELECT id FROM official_case WHERE NOT closed AND alarm_at < $1`,
    [before],
  );
  return rows.map(({ id }) => id);
}

/** Open cases that were opened before a moment. */
export async function openCaseIds(manager: Queryable, openedBefore: Date): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM official_case WHERE NOT closed AND opened_at < $1 ORDER BY id',
    [openedBefore],
  );
  return rows.map(({ id }) => id);
}
